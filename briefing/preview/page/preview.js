"use strict";
// Shows what the preview's server tells of: what is new is fetched and put in place of
// what was there, each view where its reader had scrolled to.

const at = (id) => document.getElementById(id);
let now = null; // what the server told last
let frame = null; // the web page that is shown
let width = 820; // of the window that the web page is shown in, in CSS pixels
let lines = []; // of the manuscript that is shown

const listen = () => {
  const events = new EventSource("/events");
  events.onmessage = (event) => take(JSON.parse(event.data));
  events.onerror = () => light("is-bad", "Preview has ended");
};

const take = (news) => {
  const before = now;
  now = news;
  showChoice();
  showFault();
  showRemarks();
  if (now.number && (!before || before.number !== now.number)) {
    const goesOn = Boolean(before) && before.of === now.of;
    showManuscript(goesOn);
    showPage(goesOn);
  }
  showPaper(before);
  showState();
};

const choose = (key, value) =>
  fetch("/choose", { method: "POST", body: new URLSearchParams({ [key]: value }) });

const make = (tag, words, name) => {
  const element = document.createElement(tag);
  if (words !== undefined) element.textContent = words;
  if (name) element.className = name;
  return element;
};

// -- the bar ---------------------------------------------------------------------------

const showChoice = () => {
  const styles = at("style");
  if ([...styles.options].map((each) => each.value).join() !== now.styles.join()) {
    styles.replaceChildren(...now.styles.map((name) => new Option(name, name)));
  }
  styles.value = now.style;
  const fixtures = at("fixtures");
  if (!fixtures.children.length) {
    for (const { name, title } of now.fixtures) {
      const button = make("button", title);
      button.type = "button";
      button.dataset.fixture = name;
      button.onclick = () => choose("fixture", name);
      fixtures.append(button);
    }
  }
  for (const button of fixtures.children) {
    button.setAttribute("aria-pressed", button.dataset.fixture === now.fixture);
  }
  document.title = `${now.style} · Preview`;
};

const light = (kind, words) => {
  at("state").className = `state ${kind}`;
  at("state-words").textContent = words;
};

const showState = () => {
  if (now.fault) light("is-bad", "Fault in the style");
  else if (!now.number) light("is-busy", "Setting …");
  else if (now.paperFault) light("is-bad", "No PDF");
  else if (now.setting) light("is-busy", "Setting the PDF …");
  else light("is-good", "Up to date");
};

// -- faults and remarks ----------------------------------------------------------------

const showFault = () => {
  const fault = now.fault;
  at("fault").hidden = !fault;
  at("table").classList.toggle("is-faulty", Boolean(fault));
  if (!fault) return;
  at("fault-kind").textContent = `The style “${now.style}” cannot be set`;
  at("fault-where").textContent = fault.where;
  at("fault-what").textContent = fault.what;
  at("fault-source").replaceChildren(
    ...fault.lines.map(({ number, text, faulty }) => {
      const line = make("div", undefined, faulty ? "faulty" : "");
      line.append(make("span", number), text || " ");
      return line;
    }),
  );
  at("fault-hint").textContent = now.number
    ? "Below is the last page that could be set. Save the file to try again."
    : "Save the file to try again.";
};

const showRemarks = () => {
  const told = now.remarks.map(({ where, what }) => [where, what]);
  for (const what of now.complaints) told.push(["PDF", what]);
  at("remarks").hidden = !told.length || Boolean(now.fault);
  at("remarks-title").textContent =
    told.length === 1 ? "1 remark on this style" : `${told.length} remarks on this style`;
  at("remarks-list").replaceChildren(
    ...told.map(([where, what]) => {
      const item = make("li");
      item.append(make("code", where), ` ${what}`);
      return item;
    }),
  );
};

// -- Markdown --------------------------------------------------------------------------

const showManuscript = async (goesOn) => {
  const number = now.number;
  const answer = await fetch(`/manuscript/${number}`);
  if (!answer.ok || number !== now.number) return;
  const text = (await answer.text()).replace(/\n$/, "");
  const fresh = text.split("\n");
  const [from, to] = goesOn && lines.length ? changed(lines, fresh) : [0, 0];
  lines = fresh;
  const view = at("manuscript");
  const top = goesOn ? view.scrollTop : 0;
  view.replaceChildren(
    ...fresh.map((words, index) => {
      const names = [];
      if (/^#{1,6} /.test(words)) names.push("heading");
      if (words.startsWith("|")) names.push("row");
      if (index >= from && index < to) names.push("changed");
      const line = make("div", words || " ", names.join(" "));
      line.dataset.line = index + 1;
      return line;
    }),
  );
  view.scrollTop = top;
  const first = view.querySelector(".changed");
  if (first && !isSeen(first, view)) first.scrollIntoView({ block: "center" });
  at("manuscript-detail").textContent = `${fresh.length.toLocaleString("en")} lines`;
};

// The lines between what both begin with and what both end with.
const changed = (old, fresh) => {
  let from = 0;
  while (from < old.length && from < fresh.length && old[from] === fresh[from]) from += 1;
  let end = 0;
  const most = Math.min(old.length, fresh.length) - from;
  while (end < most && old[old.length - 1 - end] === fresh[fresh.length - 1 - end]) end += 1;
  return [from, fresh.length - end];
};

const isSeen = (element, view) => {
  const top = element.offsetTop - view.scrollTop;
  return top >= 0 && top < view.clientHeight;
};

// -- the web page ----------------------------------------------------------------------

// The new page loads behind the old one, so that nothing flickers.
const showPage = (goesOn) => {
  const coming = make("iframe", undefined, "coming");
  coming.title = "Web page of the issue";
  coming.sandbox = "allow-same-origin"; // no scripts; only its scrolling is read
  coming.src = `/page/${now.number}`;
  coming.onload = async () => {
    await Promise.race([coming.contentDocument.fonts.ready, soon()]);
    if (!coming.isConnected) return; // one that is newer took its place
    const place = goesOn ? (frame?.contentWindow?.scrollY ?? 0) : 0;
    fit(coming);
    coming.contentWindow.scrollTo(0, place);
    coming.classList.remove("coming");
    for (const each of [...at("web").children]) if (each !== coming) each.remove();
    frame = coming;
  };
  for (const each of at("web").querySelectorAll(".coming")) each.remove();
  at("web").append(coming);
  fit(coming);
};

// Fonts are in the page, but drawn a moment after it.
const soon = () => new Promise((done) => setTimeout(done, 250));

const fit = (page) => {
  const view = at("web");
  const scale = Math.min(1, view.clientWidth / width);
  page.style.width = `${width}px`;
  page.style.height = `${view.clientHeight / scale}px`;
  page.style.transform = `scale(${scale})`;
  const spare = (view.clientWidth - width * scale) / 2;
  page.style.left = `${Math.max(0, spare)}px`;
  view.classList.toggle("is-narrow", spare > 1);
  at("web-detail").textContent =
    `${width} px${scale < 1 ? `, at ${Math.round(scale * 100)} %` : ""}`;
};

const setWidth = (wanted) => {
  width = wanted;
  for (const button of at("widths").children) {
    button.setAttribute("aria-pressed", Number(button.dataset.width) === width);
  }
  if (frame) fit(frame);
};

// -- the PDF ---------------------------------------------------------------------------

const showPaper = (before) => {
  const view = at("paper");
  if (now.paper && (!before || before.paper !== now.paper)) {
    if (view.dataset.of !== now.of) view.scrollTop = 0;
    view.dataset.of = now.of;
    if (now.pages.length) showPages(view);
    else showFile(view);
    at("paper-link").hidden = false;
  } else if (!now.paper && !view.children.length) {
    view.append(make("p", "The pages come as soon as they are set.", "note"));
  }
  view.classList.toggle("is-old", now.setting && view.dataset.of !== now.of);
  showPaperFault(view);
  const pages = now.pages.length === 1 ? "1 page" : `${now.pages.length} pages`;
  at("paper-detail").textContent = now.setting ? "being set …" : now.pages.length ? pages : "";
};

const showPages = (view) => {
  for (const each of [...view.children]) if (each.tagName !== "IMG") each.remove();
  now.pages.forEach(([wide, high], index) => {
    let page = view.children[index];
    if (!page) {
      page = make("img");
      page.loading = "lazy";
      view.append(page);
    }
    page.width = Math.round(wide);
    page.height = Math.round(high);
    page.alt = `Page ${index + 1} of ${now.pages.length}`;
    page.src = `/picture/${now.paper}/${index + 1}`;
  });
  while (view.children.length > now.pages.length) view.lastChild.remove();
};

// Without pictures the browser's own reader shows the file.
const showFile = (view) => {
  const file = make("iframe");
  file.title = "PDF of the issue";
  file.src = `/issue.pdf?${now.paper}#toolbar=0&navpanes=0&view=FitH`;
  view.replaceChildren(file);
};

const showPaperFault = (view) => {
  view.querySelector(".fault-note")?.remove();
  if (!now.paperFault) return;
  const { where, what } = now.paperFault;
  view.prepend(make("p", `${where}${where ? ": " : ""}${what}`, "fault-note"));
  view.scrollTop = 0;
};

// --------------------------------------------------------------------------------------

at("style").onchange = (event) => choose("style", event.target.value);
at("widths").onclick = (event) => {
  if (event.target.dataset.width) setWidth(Number(event.target.dataset.width));
};
new ResizeObserver(() => frame && fit(frame)).observe(at("web"));
listen();
