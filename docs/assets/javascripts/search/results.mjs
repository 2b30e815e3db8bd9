/** Makes the link of a result; `kinds` are the names of kinds as readers see them. */
export function link({ at, url, anchor, kind, title, place }, { root, marks, kinds }) {
  const made = document.createElement("a");
  made.className = "result";
  made.href = address(root, { url, anchor }, marks);
  Object.assign(made.dataset, { searchResult: at, kind });
  made.append(part("result__kind", kinds[kind]), part("result__title", title));
  if (place.length) made.append(part("result__place", place.join(" › ")));
  return made;
}

/** Puts a result into the list of a combobox. */
export function option(result, given, id) {
  const item = document.createElement("li");
  const made = link(result, given);
  item.setAttribute("role", "presentation");
  made.append(part("result__passage", ""));
  Object.assign(made, { id, role: "option", tabIndex: -1, ariaSelected: "false" });
  item.append(made);
  return item;
}

/** Writes title and passage, plain and marked in turns, into the link of a result. */
export function explain(made, { title, passage }) {
  made.querySelector(".result__title").replaceChildren(...turns(title));
  made.querySelector(".result__passage").replaceChildren(...turns(passage));
  made.dataset.explained = "";
}

function turns(parts) {
  return parts.map((text, at) => (at % 2 ? marked(text) : text));
}

function marked(text) {
  const made = document.createElement("mark");
  made.textContent = text;
  return made;
}

function part(name, text) {
  const made = document.createElement("span");
  made.className = name;
  made.textContent = text;
  return made;
}

function address(root, { url, anchor }, marks) {
  const made = new URL(url, root);
  if (marks) made.searchParams.set("h", marks);
  made.hash = anchor;
  return made.href;
}
