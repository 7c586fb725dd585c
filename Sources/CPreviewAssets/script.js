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

// What readers have set, and where they are: the place within the section that they look at.
function carryOver(before, after) {
  const theme = before.documentElement.dataset.theme;
  if (theme) {
    // The report has a button for it, which then says the right thing.
    const button = after.querySelector("button.theme");
    for (let i = 0; i < 3 && after.documentElement.dataset.theme !== theme; i += 1) button?.click();
  }
  const folds = before.querySelectorAll("details");
  after.querySelectorAll("details").forEach((fold, index) => {
    if (folds[index]) fold.open = folds[index].open;
  });
  const window = after.defaultView;
  const place = placeIn(before);
  after.documentElement.style.scrollBehavior = "auto";
  const anchor = place.id && after.getElementById(place.id);
  window.scrollTo(
    before.defaultView.scrollX,
    anchor ? anchor.getBoundingClientRect().top + window.scrollY + place.below
           : before.defaultView.scrollY);
  after.documentElement.style.scrollBehavior = "";
}

// What is not laid out, as the tip of a value that is not shown, stands nowhere.
function placeIn(page) {
  const passed = [...page.querySelectorAll("main [id]")]
    .filter((one) => one.getClientRects().length > 0 && one.getBoundingClientRect().top <= 1);
  const last = passed.at(-1);
  return last ? { id: last.id, below: -last.getBoundingClientRect().top } : {};
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
