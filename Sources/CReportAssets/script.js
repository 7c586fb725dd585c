"use strict";
// The page is whole without this script, which only adds: a switch of colours, buttons that copy,
// where a value comes from, files, and a mark in the contents where the reader is.

{
  const root = document.documentElement;
  // The script's words in the language of the page, by their English.
  const words = new Map(
    [...document.querySelectorAll("[id='page:words'] data")].map((word) => [word.value, word.textContent]));
  const say = (english) => words.get(english) ?? english;
  window.say = say;

  function button(name, text) {
    const element = document.createElement("button");
    element.type = "button";
    element.className = name;
    element.textContent = text;
    return element;
  }

  // Colours: those of the system, light or dark. Nothing is stored: a file has no place for it.
  const themes = ["auto", "light", "dark"];
  let theme = 0;
  const themeButton = button("theme", say("Colours: auto"));
  themeButton.addEventListener("click", () => {
    theme = (theme + 1) % themes.length;
    const name = themes[theme];
    if (name === "auto") delete root.dataset.theme;
    else root.dataset.theme = name;
    themeButton.textContent = say("Colours: " + name);
  });
  document.querySelector("header").append(themeButton);

  // Copying: the code without the numbers of its lines, which are no text.
  for (const box of document.querySelectorAll(".code")) {
    const copy = button("copy", say("Copy"));
    copy.addEventListener("click", async () => {
      const text = box.querySelector("code").textContent;
      let isDone = true;
      try {
        await navigator.clipboard.writeText(text);
      } catch {
        const range = document.createRange();
        range.selectNodeContents(box.querySelector("code"));
        getSelection().removeAllRanges();
        getSelection().addRange(range);
        isDone = document.execCommand("copy");
      }
      copy.textContent = say(isDone ? "Copied" : "Selected");
      copy.classList.add("done");
      setTimeout(() => {
        copy.textContent = say("Copy");
        copy.classList.remove("done");
      }, 1500);
    });
    box.append(copy);
  }

  // What stands behind a value, for those who point at it, tap it or reach it by the keyboard: what
  // it is an expression of, its number in full, and a link to its step. Another tap or Escape puts it
  // away. The keyboard stops at the first value of a paragraph or table; arrows lead to its others.
  const tip = document.createElement("div");
  tip.className = "origin";
  tip.id = "page:tip";
  tip.setAttribute("role", "status");
  document.querySelector("main").append(tip);
  const stepOf = (words) => {
    for (const [name] of words.matchAll(/[a-z][a-z0-9-]*/g)) {
      const step = document.getElementById("step:" + name);
      if (step) return step;
    }
    return null;
  };
  const tips = new Map();
  const blocks = new Map();
  for (const value of document.querySelectorAll(".value, .digest")) {
    const lines = value.title.split("\n");
    tips.set(value, lines);
    if (value.matches(".digest") || value.closest("a, summary, button")) continue;
    value.removeAttribute("title");
    const block = value.closest("p, li, table, dl, figcaption, h1, h2, h3, h4, h5, h6") ?? value;
    const others = blocks.get(block) ?? [];
    value.tabIndex = others.length ? -1 : 0;
    blocks.set(block, [...others, value]);
  }
  let shown = null;
  const showTip = (value) => {
    shown?.removeAttribute("aria-describedby");
    shown = value;
    tip.replaceChildren();
    if (!value) return;
    for (const line of tips.get(value)) {
      const element = document.createElement("div");
      element.textContent = line;
      tip.append(element);
    }
    const step = value.matches(".digest") ? null : stepOf(tips.get(value)[0]);
    if (step) {
      const link = document.createElement("a");
      link.href = "#" + step.id;
      link.textContent = step.id;
      tip.append(link);
    }
    value.setAttribute("aria-describedby", tip.id);
    // Below the last line of the value, or above the first where there is no room: never over it.
    const [lines, gap] = [value.getClientRects(), 6];
    const [first, last] = [lines[0], lines[lines.length - 1]];
    if (!first) return;
    const room = root.clientWidth - tip.offsetWidth - 16;
    const fits = last.bottom + gap + tip.offsetHeight <= innerHeight;
    const top = fits || first.top < tip.offsetHeight + gap
      ? last.bottom + gap : first.top - gap - tip.offsetHeight;
    tip.style.left = Math.max(16, Math.min(last.left, room)) + scrollX + "px";
    tip.style.top = top + scrollY + "px";
  };
  const valueAt = (target) => {
    const value = target.closest?.(".value, .digest");
    return value && !target.closest("a, summary") ? value : null;
  };
  // A press moves the focus before it is a click, so what was shown before it counts.
  let before = null;
  addEventListener("pointerdown", () => { before = shown; });
  addEventListener("click", ({ target, detail }) => {
    // Whoever marks text is not asking.
    if (tip.contains(target) || !getSelection().isCollapsed) return;
    const value = valueAt(target);
    showTip(value && detail > 0 && value === before ? null : value);
    before = null;
  });
  let wait = 0;
  addEventListener("pointerover", ({ target, pointerType }) => {
    if (pointerType !== "mouse" || tip.contains(target)) return clearTimeout(wait);
    const value = valueAt(target);
    clearTimeout(wait);
    if (value ? value.matches(".value") : shown && shown !== document.activeElement) {
      wait = setTimeout(() => showTip(value), 350);
    }
  });
  addEventListener("focusin", ({ target }) => {
    if (!tip.contains(target)) showTip(tips.has(target) ? target : null);
  });
  addEventListener("keydown", (event) => {
    const { key, target } = event;
    if (key === "Escape") showTip(null);
    if (target !== shown || !target.matches(".value")) return;
    if (key === "Enter") tip.querySelector("a")?.click();
    const row = [...blocks.values()].find((values) => values.includes(target)) ?? [];
    const move = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[key] ?? 0;
    const next = move && row[row.indexOf(target) + move];
    if (!next) return;
    event.preventDefault();
    [target.tabIndex, next.tabIndex] = [-1, 0];
    next.focus();
  });
  addEventListener("resize", () => showTip(null));

  // The values of the run as a file.
  for (const name of document.querySelectorAll("[data-file]")) {
    const link = document.createElement("a");
    link.textContent = link.download = name.textContent;
    link.href = URL.createObjectURL(
      new Blob([document.getElementById(name.dataset.file).textContent], { type: "application/json" }));
    name.replaceChildren(link);
  }

  // Files of numbered labels that lie beside the page are made of what the page holds of them.
  for (const link of document.querySelectorAll("a[data-labels]")) {
    link.nextElementSibling.remove();
    link.addEventListener("click", () => {
      const rows = [...link.dataset.labels].map((label, i) => `${i + 1},${label}\n`);
      const file = new Blob([link.dataset.header, "\n", ...rows], { type: "text/csv" });
      link.download = link.textContent;
      link.href = URL.createObjectURL(file);
    }, { once: true });
  }

  // The keyboard stops at a box only where there is something to scroll to.
  const sizes = new ResizeObserver((entries) => {
    for (const { target: box } of entries) {
      const scrolls = box.scrollWidth > box.clientWidth || box.scrollHeight > box.clientHeight;
      if (scrolls) box.tabIndex = 0;
      else box.removeAttribute("tabindex");
    }
  });
  for (const box of document.querySelectorAll("[role=group][tabindex]")) sizes.observe(box);

  // Contents: folded on narrow pages, and marked at the section that is being read.
  const contents = document.querySelector(".contents details");
  if (contents) {
    if (!matchMedia("(min-width: 74rem)").matches) contents.open = false;
    matchMedia("(min-width: 74rem)").addEventListener("change", (wide) => {
      contents.open = wide.matches;
    });
    const links = new Map();
    for (const link of contents.querySelectorAll("a")) {
      const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
      if (heading) links.set(heading, link);
    }
    const headings = [...links.keys()];
    let current = null;
    const mark = () => {
      const line = innerHeight * 0.3;
      const atEnd = innerHeight + scrollY >= root.scrollHeight - 2;
      const read = headings.filter((heading) => heading.getBoundingClientRect().top <= line);
      const link = links.get(atEnd ? headings.at(-1) : read.at(-1)) ?? null;
      if (link === current) return;
      current?.removeAttribute("aria-current");
      link?.setAttribute("aria-current", "true");
      current = link;
      if (link && contents.scrollHeight > contents.clientHeight) {
        link.scrollIntoView({ block: "nearest" });
      }
    };
    const observer = new IntersectionObserver(mark, { rootMargin: "9999999px 0px -70% 0px" });
    headings.forEach((heading) => observer.observe(heading));
    mark();
  }

  // On paper nothing is folded but data and options, which the style sheet leaves out.
  let unfolded = [];
  addEventListener("beforeprint", () => {
    unfolded = [...document.querySelectorAll(":is(.fold, .colophon details):not([open])")];
    for (const fold of unfolded) fold.open = true;
  });
  addEventListener("afterprint", () => {
    for (const fold of unfolded) fold.open = false;
  });
}
