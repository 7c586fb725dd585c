"use strict";
// The numbers behind the place of a figure that is pointed at, tapped or reached by the keyboard,
// whose arrows lead from row to row of the figure's data. Each band of the figure says where its
// rows or columns lie, in the figure's own pixels; without this script the data are a table below it.

{
  const [ROWS_ACROSS, ROWS_DOWN, COLUMNS_ACROSS] = [0, 1, 2];

  function element(name) {
    const element = document.createElement("div");
    element.className = name;
    document.querySelector("main").append(element);
    return element;
  }
  const [guide, numbers] = [element("guide"), element("numbers")];
  numbers.setAttribute("role", "status");

  // The bands of the figure as it is drawn for this window.
  function bandsOf(image) {
    const source = image.parentElement.querySelector("source");
    const drawn = source && matchMedia(source.media).matches ? source : image;
    return (drawn.dataset.bands ?? "").split(",").filter(Boolean).map((words) => {
      const [part, left, top, right, bottom, first, count, ...ends] = words.split(" ").map(Number);
      // Places that lie evenly are told by the first and the last.
      const step = (ends.at(-1) - ends[0]) / Math.max(1, count - 1);
      const places = ends.length === count
        ? ends : Array.from({ length: count }, (_, index) => ends[0] + index * step);
      return { part, left, top, right, bottom, first, places };
    });
  }
  const rowsOf = (image) => bandsOf(image).filter(({ part }) => part !== COLUMNS_ACROSS);

  // The place of the figure in the window, and how many pixels of the window one of its own takes.
  function frameOf(image) {
    const { left, top, width } = image.getBoundingClientRect();
    return { left, top, scale: width * 2 / image.naturalWidth };
  }

  // What is read: the figure, one of its bands of rows, and which of the band's rows.
  let reading = null;

  function hide() {
    reading = null;
    numbers.replaceChildren();
    guide.hidden = true;
  }
  hide();

  // The lines of a row of the data, or of one cell of it and what names it.
  function linesOf(image, number, column) {
    const data = document.getElementById(image.closest("figure").id + ":data");
    const row = data.querySelectorAll("tbody tr")[number];
    if (!row) return [];
    const titles = [...data.querySelectorAll("thead th")].map((cell) => cell.textContent);
    const cells = [...row.children].map((cell) => cell.textContent);
    const line = (index) => `${titles[index]}: ${cells[index]}`;
    if (column !== undefined) return [line(0), "→ " + line(column + 1)];
    return [...cells.keys()].filter((index) => cells[index] !== "–").map(line);
  }

  function markRow(frame, band, place) {
    const isAcross = band.part === ROWS_ACROSS;
    const [x, y] = isAcross ? [place, band.top] : [band.left, place];
    guide.hidden = false;
    guide.style.left = scrollX + frame.left + x * frame.scale + "px";
    guide.style.top = scrollY + frame.top + y * frame.scale + "px";
    guide.style.width = (isAcross ? 0 : band.right - band.left) * frame.scale + "px";
    guide.style.height = (isAcross ? band.bottom - band.top : 0) * frame.scale + "px";
  }

  // Beside a point of the figure, within the window.
  function putNumbers(frame, x, y) {
    const left = frame.left + x * frame.scale;
    const room = document.documentElement.clientWidth - numbers.offsetWidth - 16;
    const side = left + 12 <= room ? left + 12 : left - numbers.offsetWidth - 12;
    numbers.style.left = scrollX + Math.max(16, Math.min(side, room)) + "px";
    numbers.style.top = scrollY + frame.top + y * frame.scale + 12 + "px";
  }

  function read(image, band, index, columns, column) {
    const lines = linesOf(image, band.first + index, column);
    if (!lines.length) return hide();
    reading = { image, band, index };
    numbers.replaceChildren(...lines.map((text) => {
      const line = document.createElement("div");
      line.textContent = text;
      return line;
    }));
    const [frame, place] = [frameOf(image), band.places[index]];
    markRow(frame, band, place);
    if (band.part === ROWS_ACROSS) putNumbers(frame, place, band.top);
    else putNumbers(frame, columns ? columns.places[column] : band.right, place);
  }

  const nearest = (places, place) => places.reduce((best, other, index) =>
    Math.abs(other - place) < Math.abs(places[best] - place) ? index : best, 0);
  const distance = ({ left, top, right, bottom }, x, y) =>
    Math.max(left - x, 0, x - right) + Math.max(top - y, 0, y - bottom);

  function readAt(image, { clientX, clientY }) {
    const frame = frameOf(image);
    const [x, y] = [(clientX - frame.left) / frame.scale, (clientY - frame.top) / frame.scale];
    const [band] = rowsOf(image).sort((a, b) => distance(a, x, y) - distance(b, x, y));
    // Names and numbers beside the marks belong to them; titles and legends do not.
    if (!band || distance(band, x, y) > 60) return hide();
    const columns = bandsOf(image).find(({ part }) => part === COLUMNS_ACROSS);
    read(image, band, nearest(band.places, band.part === ROWS_DOWN ? y : x),
      columns, columns && nearest(columns.places, x));
  }

  // From row to row, and from one band to the next that has other rows.
  function step(image, move) {
    const bands = rowsOf(image);
    if (reading?.image !== image) return bands.length ? read(image, bands[0], 0) : hide();
    const { band, index } = reading;
    if (band.places[index + move] !== undefined) return read(image, band, index + move);
    const next = bands.find(({ first, places }) => move > 0
      ? first === band.first + band.places.length : first + places.length === band.first);
    if (next) read(image, next, move > 0 ? 0 : next.places.length - 1);
  }

  for (const image of document.querySelectorAll("img[data-bands]")) {
    image.tabIndex = 0;
    image.addEventListener("pointermove", (event) => {
      if (event.pointerType === "mouse") readAt(image, event);
    });
    image.addEventListener("pointerleave", ({ pointerType }) => {
      if (pointerType === "mouse") hide();
    });
    image.addEventListener("click", (event) => readAt(image, event));
    image.addEventListener("blur", hide);
    image.addEventListener("keydown", (event) => {
      if (event.key === "Escape") hide();
      const move = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
      if (!move) return;
      event.preventDefault();
      step(image, move);
    });
  }
  addEventListener("resize", hide);
}
