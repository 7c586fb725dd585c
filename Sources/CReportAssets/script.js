"use strict";
// The page is whole without this script, which only adds: a switch of colours, buttons that copy,
// where a value comes from, files, and a mark in the contents where the reader is.

{
  const root = document.documentElement;

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
  const themeButton = button("theme", "Colours: auto");
  themeButton.addEventListener("click", () => {
    theme = (theme + 1) % themes.length;
    const name = themes[theme];
    if (name === "auto") delete root.dataset.theme;
    else root.dataset.theme = name;
    themeButton.textContent = "Colours: " + name;
  });
  document.querySelector("header").append(themeButton);

  // Copying: the code without the numbers of its lines, which are no text.
  for (const box of document.querySelectorAll(".code")) {
    const copy = button("copy", "Copy");
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
      copy.textContent = isDone ? "Copied" : "Selected";
      copy.classList.add("done");
      setTimeout(() => {
        copy.textContent = "Copy";
        copy.classList.remove("done");
      }, 1500);
    });
    box.append(copy);
  }

  // Where a value comes from, by a tap as well as by pointing; another tap or Escape puts it away.
  const origin = document.createElement("div");
  origin.className = "origin";
  origin.setAttribute("role", "status");
  document.querySelector("main").append(origin);
  let shown = null;
  const showOrigin = (value) => {
    shown = value;
    origin.textContent = value?.title ?? "";
    if (!value) return;
    const box = value.getBoundingClientRect();
    const room = root.clientWidth - origin.offsetWidth - 16;
    origin.style.left = Math.max(16, Math.min(box.left, room)) + scrollX + "px";
    origin.style.top = box.bottom + scrollY + 6 + "px";
  };
  addEventListener("click", ({ target }) => {
    const value = target.closest("a, summary") ? null : target.closest(".value, .digest");
    // Whoever marks text is not asking.
    if (!getSelection().isCollapsed) return;
    showOrigin(value === shown ? null : value);
  });
  addEventListener("keydown", ({ key }) => {
    if (key === "Escape") showOrigin(null);
  });
  addEventListener("resize", () => showOrigin(null));

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
