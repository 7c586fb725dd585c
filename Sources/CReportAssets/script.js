// Adds to a page that works without it: a theme switch, copy buttons, the reader's place.
(() => {
  "use strict";

  const root = document.documentElement;

  // The theme: the system's, or the reader's choice, which figures follow.
  const button = document.querySelector("button.theme");
  const sources = document.querySelectorAll("picture source");
  const system = "(prefers-color-scheme: dark)";
  const themes = ["automatic", "light", "dark"];
  let theme = 0;
  const show = () => {
    const name = themes[theme];
    if (name === "automatic") root.removeAttribute("data-theme");
    else root.setAttribute("data-theme", name);
    const media = { automatic: system, light: "not all", dark: "all" }[name];
    for (const source of sources) source.media = media;
    button.textContent = "Theme: " + name;
  };
  button.hidden = false;
  button.addEventListener("click", () => {
    theme = (theme + 1) % themes.length;
    show();
  });

  // Printing takes the light figures.
  addEventListener("beforeprint", () => { for (const source of sources) source.media = "not all"; });
  addEventListener("afterprint", show);

  // Copying code.
  if (navigator.clipboard) {
    for (const block of document.querySelectorAll("div.code")) {
      const copy = document.createElement("button");
      copy.type = "button";
      copy.className = "copy";
      copy.textContent = "Copy";
      copy.addEventListener("click", async () => {
        try {
          await navigator.clipboard.writeText(block.querySelector("code").textContent);
          copy.textContent = "Copied";
        } catch {
          copy.textContent = "Not allowed";
        }
        setTimeout(() => { copy.textContent = "Copy"; }, 1500);
      });
      block.append(copy);
    }
  }

  // The section that the reader is in.
  const links = new Map();
  for (const link of document.querySelectorAll("nav.contents a")) {
    links.set(decodeURIComponent(link.hash.slice(1)), link);
  }
  const headings = [...document.querySelectorAll("article h2, article h3")];
  let current = null;
  const mark = () => {
    let place = null;
    for (const heading of headings) {
      if (heading.getBoundingClientRect().top > 120) break;
      if (links.has(heading.id)) place = links.get(heading.id);
    }
    if (place === current) return;
    if (current) current.removeAttribute("aria-current");
    if (place) place.setAttribute("aria-current", "true");
    current = place;
  };
  addEventListener("scroll", () => requestAnimationFrame(mark), { passive: true });
  mark();
})();
