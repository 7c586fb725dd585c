// The pad: what is drawn is made into an image as those of the data set are, and read by the
// network of this page. Everything the network does is in `forward`.

{
  const bytes = (base64) => Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));

  // Numbers of 32 bits, the first byte the lowest.
  function floats(base64) {
    const view = new DataView(bytes(base64).buffer);
    return Float64Array.from({ length: view.byteLength / 4 }, (_, i) => view.getFloat32(4 * i, true));
  }

  function readNetwork(text) {
    const network = JSON.parse(text);
    for (const layer of network.layers) {
      for (const name of ["weights", "biases", "means", "variances"].filter((name) => layer[name])) {
        layer[name] = floats(layer[name]);
      }
    }
    return network;
  }

  // exp(z - max z) divided by their sum: the probabilities of the classes.
  function softmax(z) {
    const largest = Math.max(...z);
    const powers = z.map((score) => Math.exp(score - largest));
    const sum = powers.reduce((a, b) => a + b);
    return powers.map((power) => power / sum);
  }

  // W x + b: every unit sees every number.
  function dense({ weights, biases }, _, x) {
    const z = biases.slice();
    for (let unit = 0; unit < z.length; unit += 1) {
      for (let i = 0; i < x.length; i += 1) z[unit] += weights[unit * x.length + i] * x[i];
    }
    return z;
  }

  // W * x + b: a kernel for each channel, laid over the image place by place.
  function convolution({ input, output, weights, biases }, step, x) {
    const [channels, height, width] = input;
    const { kernel_shape: size, strides, pads } = step;
    const z = new Float64Array(output[0] * output[1] * output[2]);
    for (let place = 0; place < z.length; place += 1) {
      const channel = Math.floor(place / (output[1] * output[2]));
      const top = (Math.floor(place / output[2]) % output[1]) * strides[0] - pads[0];
      const left = (place % output[2]) * strides[1] - pads[1];
      let sum = biases[channel];
      for (let line = 0; line < channels * size[0]; line += 1) {
        const row = top + (line % size[0]);
        if (row < 0 || row >= height) continue;
        const from = (Math.floor(line / size[0]) * height + row) * width + left;
        const tap = (channel * channels * size[0] + line) * size[1];
        const end = Math.min(size[1], width - left);
        for (let i = Math.max(0, -left); i < end; i += 1) sum += weights[tap + i] * x[from + i];
      }
      z[place] = sum;
    }
    return z;
  }

  // One number of each window: `gather` takes one more into it, from `start`; windows stand side by
  // side.
  function pooled({ input, output }, { kernel_shape: size }, x, start, gather) {
    return Float64Array.from({ length: output[0] * output[1] * output[2] }, (_, place) => {
      const [channel, row] = [Math.floor(place / (output[1] * output[2])), Math.floor(place / output[2])];
      const top = channel * input[1] + (row % output[1]) * size[0];
      let number = start;
      for (let i = 0; i < size[0] * size[1]; i += 1) {
        const line = top + Math.floor(i / size[1]);
        number = gather(number, x[line * input[2] + (place % output[2]) * size[1] + (i % size[1])]);
      }
      return number;
    });
  }

  // (x - mean) / deviation, times a weight, plus a bias: of each channel its own.
  function normalized({ input, weights, biases, means, variances }, { epsilon }, x) {
    const places = input[1] * input[2];
    return x.map((number, i) => {
      const channel = Math.floor(i / places);
      const deviation = Math.sqrt(variances[channel] + epsilon);
      return ((number - means[channel]) / deviation) * weights[channel] + biases[channel];
    });
  }

  const each = (f) => (_, step, z) => z.map((sum) => f(sum, step));

  // What a layer computes, step by step, in the words of ONNX: https://onnx.ai/onnx/operators/
  const operators = {
    Flatten: (_, step, x) => x,
    Gemm: dense,
    Conv: convolution,
    MaxPool: (layer, step, x) => pooled(layer, step, x, -Infinity, Math.max),
    AveragePool: (layer, step, x) => pooled(layer, step, x, 0, (sum, number) =>
      sum + number / (step.kernel_shape[0] * step.kernel_shape[1])),
    BatchNormalization: normalized,
    Relu: each((z) => Math.max(0, z)),
    LeakyRelu: each((z, { alpha }) => (z < 0 ? z * alpha : z)),
    Tanh: each(Math.tanh),
    Sigmoid: each((z) => 1 / (1 + Math.exp(-z))),
    Gelu: each((z) => (z / 2) * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (z + 0.044715 * z ** 3)))),
    Softmax: (_, step, z) => softmax(z),
  };

  // Forward: a = f(W x + b), layer by layer; answers what every layer gives.
  function forward(network, levels) {
    let x = Float64Array.from(levels, (level) => level * network.scale);
    return network.layers.map((layer) => {
      for (const step of layer.operators) x = operators[step.name](layer, step, x);
      return x;
    });
  }

  // The levels of a sample, channel by channel. Its PNG holds them as they are, from 0 to 255: in
  // blocks of a deflate stream that compresses nothing, each row behind one byte more.
  function levelsOf(image, { shape: [channels, height, width], levels }) {
    const png = bytes(image.src.split(",")[1]);
    const rows = new Uint8Array(height * (channels * width + 1));
    // The stream begins 43 bytes from the beginning; a block says first whether it is the last, and
    // how long it is.
    for (let [place, end, isLast] = [43, 0, false]; !isLast && end < rows.length;) {
      const size = png[place + 1] + 256 * png[place + 2];
      isLast = png[place] % 2 === 1;
      rows.set(png.subarray(place + 5, place + 5 + size), end);
      [place, end] = [place + 5 + size, end + size];
    }
    return Float64Array.from({ length: channels * height * width }, (_, i) => {
      const [channel, row, column] =
        [Math.floor(i / (height * width)), Math.floor(i / width) % height, i % width];
      const level = rows[row * (channels * width + 1) + 1 + column * channels + channel];
      return Math.round((level * levels) / 255);
    });
  }

  // As MNIST was made (http://yann.lecun.com/exdb/mnist/): the drawing is fitted into a box of 20
  // by 20 pixels with its proportions kept and its edges smoothed, and set into 28 by 28 with its
  // centre of mass in the middle. Other sizes have a box of the same share. `null` where nothing is
  // drawn.
  function fitted(ink, paperWidth, { shape: [, height, width] }) {
    const box = boundsOf(ink, paperWidth);
    if (!box) return null;
    const levels = new Float64Array(height * width);
    const share = (size) => Math.max(1, Math.round((size * 20) / 28));
    const scale = Math.max(box.width / share(width), box.height / share(height));
    const columns = Math.max(1, Math.round(box.width / scale));
    const rows = Math.max(1, Math.round(box.height / scale));
    const small = new Float64Array(columns * rows);
    let [mass, x, y] = [0, 0, 0];
    for (let row = 0; row < rows; row += 1) {
      for (let column = 0; column < columns; column += 1) {
        const level = mean(ink, paperWidth, box, column / columns, row / rows, 1 / columns, 1 / rows);
        small[row * columns + column] = level;
        mass += level;
        x += level * (column + 0.5);
        y += level * (row + 0.5);
      }
    }
    const within = (offset, size, whole) => Math.min(Math.max(Math.round(offset), 0), whole - size);
    const left = within(width / 2 - x / mass, columns, width);
    const top = within(height / 2 - y / mass, rows, height);
    small.forEach((level, i) => {
      levels[(top + Math.floor(i / columns)) * width + left + (i % columns)] = Math.round(level);
    });
    return levels;
  }

  // A drawing, 0 for paper to 255 for ink, as an image of the data set: in its range, light on dark or
  // dark on light, and the same in every channel.
  function asInSet(drawing, { shape: [channels], levels, dark }) {
    const plane = drawing.map((level) => Math.round(((dark ? 255 - level : level) * levels) / 255));
    return Float64Array.from({ length: channels * plane.length }, (_, i) => plane[i % plane.length]);
  }

  function boundsOf(ink, width) {
    let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
    ink.forEach((level, i) => {
      if (level < 32) return;
      const [x, y] = [i % width, Math.floor(i / width)];
      [left, right] = [Math.min(left, x), Math.max(right, x)];
      [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
    });
    return right < left ? null : { left, top, width: right - left + 1, height: bottom - top + 1 };
  }

  // The mean level of a part of the box, given in shares of it.
  function mean(ink, width, box, x, y, w, h) {
    const from = (start, size, share) => Math.floor(start + size * share);
    const [x0, x1] = [from(box.left, box.width, x), from(box.left, box.width, x + w - 1e-9) + 1];
    const [y0, y1] = [from(box.top, box.height, y), from(box.top, box.height, y + h - 1e-9) + 1];
    let sum = 0;
    for (let row = y0; row < y1; row += 1) {
      for (let column = x0; column < x1; column += 1) sum += ink[row * width + column];
    }
    return sum / ((x1 - x0) * (y1 - y0));
  }

  function add(parent, tag, name, text = "") {
    const element = document.createElement(tag);
    element.className = name;
    element.textContent = text;
    parent.append(element);
    return element;
  }

  // A class as a sentence says it: by its name, or as a number. "An" stands before those that begin
  // with a vowel when they are said.
  const named = ({ names }, number) =>
    names ? names[number] : (/^(8|11$|18$)/.test(number) ? "an " : "a ") + number;

  const percent = (share) => (share >= 0.995 && share < 1 ? ">99" : Math.round(share * 100)) + "%";

  function build(pad) {
    const network = readNetwork(pad.querySelector(".network").textContent);
    const [channels, height, width] = network.shape;
    pad.querySelector(".plain").textContent =
      say("Draw with a mouse, a finger or a pen, or choose a sample, with the keyboard too.");

    const desk = document.createElement("div");
    desk.className = "desk";
    pad.querySelector(".plain").after(desk);
    const sheet = add(desk, "div", "sheet");
    const paper = add(sheet, "canvas", "paper");
    paper.width = Math.round((280 * width) / Math.max(width, height));
    paper.height = Math.round((280 * height) / Math.max(width, height));
    paper.classList.toggle("light", network.dark);
    paper.setAttribute("role", "img");
    paper.setAttribute("aria-label", say("Paper to draw on; samples can be chosen with the keyboard"));
    const clear = add(sheet, "button", "clear", say("Clear"));
    clear.type = "button";

    const answer = add(desk, "div", "answer");
    const reading = add(answer, "p", "reading");
    reading.dataset.empty = say("Nothing drawn yet");
    reading.setAttribute("role", "status");
    const bars = add(answer, "ol", "bars");
    const classes = network.layers.at(-1).output[0];
    // Of many classes those are shown that are most probable.
    const isWhole = classes <= 12;
    const longest = Math.max(...(network.names ?? [String(classes - 1)]).map(({ length }) => length));
    const rows = Array.from({ length: isWhole ? classes : 10 }, () => {
      const row = add(bars, "li", "");
      const name = add(row, "span", network.names ? "class name" : "class");
      // Not in widths of a digit: those of the winner's bold type are larger, and its bar would be off.
      name.style.width = Math.min(8.5, (longest + 1) * .6) + "em";
      const bar = add(add(row, "span", "track"), "span", "bar");
      return { row, name, bar, share: add(row, "span", "share") };
    });
    const inside = add(answer, "div", "inside");
    const eye = add(add(inside, "p", "", say("What it sees")), "canvas", "eye");
    [eye.width, eye.height] = [width, height];
    eye.setAttribute("role", "img");
    eye.setAttribute("aria-label", `${say("The image that the network gets")}: ${width} × ${height}`);
    // What lights up are the units of the first layer that sees everything, before the last layer.
    const shown = network.layers.slice(0, -1).findIndex((layer) =>
      layer.operators.some(({ name }) => name === "Gemm"));
    const hidden = network.layers[shown]?.output[0] ?? 0;
    const units = hidden > 0 && hidden <= 64
      ? add(add(inside, "p", "", say("Hidden units")), "span", "units") : null;
    const lamps = units ? Array.from({ length: hidden }, () => add(units, "span", "lamp")) : [];
    units?.setAttribute("aria-hidden", "true");

    const pen = paper.getContext("2d", { willReadFrequently: true });
    pen.lineWidth = 21;
    pen.lineCap = pen.lineJoin = "round";
    pen.strokeStyle = pen.fillStyle = network.dark ? "#000" : "#fff";

    // What the network makes of an image, or of none.
    function show(levels) {
      const image = new ImageData(width, height);
      const paperLevel = network.dark ? 255 : 0;
      for (let i = 0; i < width * height; i += 1) {
        const colour = [0, 1, 2].map((channel) => levels
          ? (levels[(channel % channels) * width * height + i] * 255) / network.levels : paperLevel);
        image.data.set([...colour, 255], 4 * i);
      }
      eye.getContext("2d").putImageData(image, 0, 0);
      const isEmpty = !levels;
      const outputs = isEmpty ? [] : forward(network, levels);
      const probabilities = outputs.at(-1) ?? [];
      const order = Array.from({ length: classes }, (_, number) => number);
      if (!isWhole) order.sort((a, b) => (probabilities[b] ?? 0) - (probabilities[a] ?? 0) || a - b);
      const winner = probabilities.indexOf(Math.max(...probabilities));
      rows.forEach(({ row, name, bar, share }, place) => {
        const number = order[place];
        name.textContent = network.names ? network.names[number] : number;
        bar.style.width = isEmpty ? "0" : probabilities[number] * 100 + "%";
        share.textContent = isEmpty ? "" : percent(probabilities[number]);
        row.classList.toggle("winner", number === winner);
      });
      const brightest = Math.max(1e-9, ...(outputs[shown] ?? []));
      lamps.forEach((lamp, unit) => {
        const lit = isEmpty ? 0.08 : 0.08 + (0.92 * outputs[shown][unit]) / brightest;
        lamp.style.setProperty("--lit", lit);
      });
      pad.probabilities = [...probabilities];
      return isEmpty ? "" : say("It reads {} ({}).")
        .replace("{}", named(network, winner)).replace("{}", percent(probabilities[winner]));
    }

    function drawn() {
      const { data } = pen.getImageData(0, 0, paper.width, paper.height);
      const ink = Float64Array.from({ length: data.length / 4 }, (_, i) => data[4 * i + 3]);
      const drawing = fitted(ink, paper.width, network);
      return drawing && asInSet(drawing, network);
    }

    function erase() {
      pen.clearRect(0, 0, paper.width, paper.height);
      for (const sample of pad.querySelectorAll(".sample")) sample.setAttribute("aria-pressed", "false");
    }

    // What is being drawn is shown at once, and told once the pen is lifted.
    let last = null;
    const at = (event) => {
      const box = paper.getBoundingClientRect();
      const size = paper.width / box.width;
      return [(event.clientX - box.left) * size, (event.clientY - box.top) * size];
    };
    // A canvas leaves out lines of no length, so where the pen comes down is drawn as a dot.
    const dot = (place) => {
      pen.beginPath();
      pen.arc(...place, pen.lineWidth / 2, 0, 2 * Math.PI);
      pen.fill();
      show(drawn());
    };
    paper.addEventListener("pointerdown", (event) => {
      if (event.button !== 0) return;
      if (pad.querySelector(".sample[aria-pressed=true]")) erase();
      paper.setPointerCapture(event.pointerId);
      last = at(event);
      dot(last);
      event.preventDefault();
    });
    paper.addEventListener("pointermove", (event) => {
      if (!last) return;
      for (const one of event.getCoalescedEvents?.() ?? [event]) {
        const next = at(one);
        pen.beginPath();
        pen.moveTo(...last);
        pen.lineTo(...next);
        pen.stroke();
        last = next;
      }
      show(drawn());
    });
    const lift = () => {
      if (!last) return;
      last = null;
      reading.textContent = show(drawn());
    };
    paper.addEventListener("pointerup", lift);
    paper.addEventListener("pointercancel", lift);
    clear.addEventListener("click", () => {
      erase();
      reading.textContent = show(null);
    });

    // Samples become buttons, and stand on the paper when they are chosen.
    for (const item of pad.querySelectorAll(".samples li")) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "sample";
      button.setAttribute("aria-pressed", "false");
      button.append(...item.childNodes);
      item.append(button);
      button.addEventListener("click", () => {
        erase();
        const image = button.querySelector("img");
        pen.imageSmoothingEnabled = false;
        pen.drawImage(image, 0, 0, paper.width, paper.height);
        button.setAttribute("aria-pressed", "true");
        reading.textContent = show(levelsOf(image, network));
      });
    }
    show(null);
  }

  for (const pad of document.querySelectorAll(".pad")) build(pad);
}
