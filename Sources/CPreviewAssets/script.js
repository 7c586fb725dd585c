"use strict";
// Shows the newest report in a frame, and around it what the run does. The server tells its whole
// state each time, so a message that is missed, or comes late, does no harm.

const element = (id) => document.getElementById(id);
const reports = element("reports");

// The report that is shown, the number of the one that was asked for last.
let shown = null;
let wanted = -1;

function show(number) {
  if (number === wanted) return;
  wanted = number;
  for (const frame of reports.querySelectorAll(".coming")) frame.remove();
  const frame = document.createElement("iframe");
  frame.title = "Report";
  frame.className = "coming";
  frame.src = "/report?" + number + (shown ? "" : location.hash);
  frame.addEventListener("load", () => {
    if (number !== wanted) return;
    const hadFocus = shown !== null && document.activeElement === shown;
    if (shown) carryOver(shown.contentDocument, frame.contentDocument);
    frame.classList.remove("coming");
    shown?.remove();
    shown = frame;
    if (hadFocus) frame.focus();
    document.title = frame.contentDocument.title;
    followTheme(frame.contentDocument.documentElement);
  }, { once: true });
  reports.append(frame);
}

// What readers have set, and where they are.
function carryOver(before, after) {
  const theme = before.documentElement.dataset.theme;
  if (theme) {
    // The report has a button for it, which then says the right thing.
    const button = after.querySelector("button.theme");
    for (let i = 0; i < 3 && after.documentElement.dataset.theme !== theme; i += 1) button?.click();
  }
  const folds = new Map(foldsOf(before).map(({ name, fold }) => [name, fold.open]));
  for (const { name, fold } of foldsOf(after)) fold.open = folds.get(name) ?? fold.open;
  const window = after.defaultView;
  after.documentElement.style.scrollBehavior = "auto";
  window.scrollTo(before.defaultView.scrollX, placeIn(after, before) ?? before.defaultView.scrollY);
  after.documentElement.style.scrollBehavior = "";
}

// What can be opened, by where it is: the step, and which one of its folds.
function foldsOf(page) {
  const counts = new Map();
  return [...page.querySelectorAll("details")].map((fold) => {
    const owner = fold.closest("[id]")?.id ?? "";
    counts.set(owner, (counts.get(owner) ?? 0) + 1);
    return { name: owner + " " + counts.get(owner), fold };
  });
}

// How far down a new report shows what the reader of an older one looks at, where the reader has left
// its top: the first block on the screen, or the nearest one that both reports have.
function placeIn(after, before) {
  const blocks = blocksOf(before);
  const first = blocks.findIndex(({ top, bottom }) => bottom > 1);
  if (before.defaultView.scrollY < 1 || first < 0) return null;
  const places = blocksOf(after);
  for (let away = 0; away < blocks.length; away += 1) {
    for (const index of new Set([first - away, first + away])) {
      const place = blocks[index] && counterpart(blocks, index, places);
      if (place) return place.top + after.defaultView.scrollY - blocks[index].top;
    }
  }
  return null;
}

// The blocks of a report that are laid out, from the first on, each with a name and its place.
function blocksOf(page) {
  return [...page.querySelectorAll("main > :not(.step), main > .step > *")]
    .filter((block) => block.getClientRects().length > 0)
    .map((block) => {
      const { top, bottom } = block.getBoundingClientRect();
      return { name: nameOf(block), top, bottom };
    });
}

// What a block is, whatever its values are: headings and steps have names, a paragraph has its words
// and the expressions of its values.
function nameOf(block) {
  if (block.id) return "#" + block.id;
  const step = block.closest(".step");
  if (step) return "#" + step.id + " " + [...step.children].indexOf(block);
  const copy = block.cloneNode(true);
  for (const value of copy.querySelectorAll("data.value")) {
    // Below the expression is the value in full.
    value.textContent = value.title.split("\n")[0];
  }
  return block.localName + " " + copy.textContent;
}

// The block of that name; of several the one that follows the same block, or the first.
function counterpart(blocks, index, places) {
  const same = places.flatMap((place, at) => place.name === blocks[index].name ? [at] : []);
  const found = same.find((at) => places[at - 1]?.name === blocks[index - 1]?.name);
  return places[found ?? same[0]];
}

// The bar and the problems take the colours that the reader has chosen in the report.
function followTheme(root) {
  const follow = () => {
    if (root.dataset.theme) document.documentElement.dataset.theme = root.dataset.theme;
    else delete document.documentElement.dataset.theme;
  };
  new MutationObserver(follow).observe(root, { attributeFilter: ["data-theme"] });
  follow();
}

function showWork(state) {
  element("bar").hidden = !state.work;
  if (!state.work) return;
  const progress = element("progress");
  const { step, iteration, iterations } = state.work;
  if (iterations) {
    progress.max = iterations;
    progress.value = iteration;
  } else {
    progress.removeAttribute("value");
  }
  element("work").textContent = [step, ...state.work.details].join(" · ");
}

function showProblem(problem) {
  element("problem").hidden = !problem;
  if (!problem) return;
  element("problem-title").textContent = problem.title;
  element("problem-text").textContent = problem.text;
  element("problem-note").textContent = problem.note;
}

function showWarnings(warnings) {
  element("warnings").hidden = !warnings;
  if (!warnings) return;
  element("warnings-title").textContent = warnings.title;
  element("warnings-text").textContent = warnings.text;
}

// For those who do not see the page: only what matters, once.
let news = "";
function tell(state) {
  const text = state.problem ? state.problem.title : state.work ? "" : "The report is up to date.";
  if (text && text !== news) element("news").textContent = text;
  news = text || news;
}

function connect() {
  const events = new EventSource("/events");
  events.addEventListener("message", (message) => {
    const state = JSON.parse(message.data);
    showWork(state);
    showProblem(state.problem);
    showWarnings(state.warnings);
    tell(state);
    show(state.report);
  });
  events.addEventListener("error", () => {
    showWork({ work: { step: "The preview has stopped", details: ["start it again to go on"] } });
  });
}

connect();
