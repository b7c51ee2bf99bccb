/* SPDX-License-Identifier: MIT */
/*
 * The page of a form: the opening card, one question a view, the end. What is asked of this role, in
 * an interview or a health check, follows rekindle-method(7), sections 2.3 and 2.4; the program has
 * put it into the data of the page, in the order of asking, each with the tenths of a minute that it
 * takes. No answer changes what is asked. When the minutes run out, main questions come first, as in
 * a guided session.
 *
 * The address says which view is shown: #opening, #q7, #end, #no, #done.
 */
"use strict";

const sheet = JSON.parse(document.getElementById("sheet").textContent);
const KEY = "rekindle-sheet-" + sheet.token;
const RATINGS = ["1", "2", "3", "4", "5"];
const STATES = ["dont_know", "not_applicable", "declined"];
const ATTRIBUTIONS = ["named", "role", "confidential"];
const LIST_SHORT = 8; /* entries that do not push the rest out of sight */
const TICK = 5; /* seconds */
const IDLE = 120; /* seconds after which nobody is at the page */

/* Sentences: the patterns of words.h */

function endOfHole(pattern, at) {
	for (let depth = 0; at < pattern.length; at++) {
		depth += pattern[at] === "{" ? 1 : pattern[at] === "}" ? -1 : 0;
		if (depth === 0)
			return at;
	}
	return at;
}

function branches(text) {
	const found = {};
	for (let at = 0, begin = 0; at <= text.length; at++) {
		if (text[at] === "{")
			at = endOfHole(text, at);
		if (at === text.length || text[at] === "|") {
			const equals = text.indexOf("=", begin);
			found[text.slice(begin, equals)] = text.slice(equals + 1, at);
			begin = at + 1;
		}
	}
	return found;
}

function fillHole(inside, holes) {
	const colon = inside.indexOf(":");
	if (colon < 0)
		return String(holes[inside]);
	const count = holes[inside.slice(0, colon)], of = branches(inside.slice(colon + 1));
	const form = count === 0 && of.zero !== undefined ? "zero" : count === 1 && of.one !== undefined ? "one" : "other";
	return fill(of[form], holes);
}

function fill(pattern, holes) {
	const open = pattern.indexOf("{");
	if (open < 0)
		return pattern;
	const close = endOfHole(pattern, open);
	return pattern.slice(0, open) + fillHole(pattern.slice(open + 1, close), holes) +
		fill(pattern.slice(close + 1), holes);
}

function say(name, holes) {
	return fill(sheet.say[name], holes || {});
}

/* The draft: kept in the browser under the token, nowhere else */

const draft = { consent: "", attribution: sheet.opening.attribution || "", minutes: "", seconds: 0,
	typed: {} };
let storing = true; /* false: this browser keeps nothing */
let deleted = false;

function keepDraft() {
	if (deleted || draft.consent === "no")
		return;
	try {
		localStorage.setItem(KEY, JSON.stringify(draft));
		storing = true;
	} catch (fault) {
		storing = false;
	}
	showKept();
}

function dropDraft() {
	try {
		localStorage.removeItem(KEY);
	} catch (fault) {
		storing = false;
	}
}

function takeDraft(text) {
	const kept = JSON.parse(text || "null");
	Object.keys(draft).forEach(function (member) {
		if (kept && kept[member] !== undefined)
			draft[member] = kept[member];
	});
	return kept !== null;
}

function readDraft() {
	try {
		return takeDraft(localStorage.getItem(KEY));
	} catch (fault) {
		storing = false;
		return false;
	}
}

function typedOf(question) {
	return draft.typed[question.item];
}

function isSettled(question) {
	return !isOpen(question, typedOf(question));
}

function openQuestions() {
	return sheet.questions.filter(function (question) {
		return !isSettled(question);
	});
}

/* Minutes */

let lastSeen = Date.now();

function countTime() {
	const there = document.visibilityState === "visible" && Date.now() - lastSeen < IDLE * 1000;
	if (there && numberOfView() > 0) {
		draft.seconds += TICK;
		keepDraft();
		showProgress();
	}
}

function seen() {
	lastSeen = Date.now();
}

function minutesNeeded() {
	return Math.ceil(openQuestions().reduce(function (tenths, question) {
		return tenths + question.tenths;
	}, 0) / 10);
}

/* Fewer left than the open questions need? */
function isShort() {
	const minutes = minutesAgreed();
	return minutes !== null && Math.max(0, Math.ceil(minutes - draft.seconds / 60)) < minutesNeeded();
}

function minutesAgreed() {
	return wholeMinutes(draft.minutes);
}

function wholeMinutes(typed) {
	const ok = /^\s*\d+\s*$/.test(typed) && Number(typed) >= 1 && Number(typed) <= sheet.opening.most;
	return ok ? Number(typed) : null;
}

/* The question (from 0) to go to behind that one: as it comes, or, when time is short, the next main
 * one that is open, round to the first; the count behind the last. */
function nextOf(at) {
	const count = sheet.questions.length;
	for (let step = 1; isShort() && step < count; step++) {
		const question = sheet.questions[(at + step) % count];
		if (question.core && !isSettled(question))
			return (at + step) % count;
	}
	return at + 1;
}

/* Making elements: texts are texts, never markup */

function add(parent, name, attributes, text) {
	const element = document.createElement(name);
	Object.keys(attributes || {}).forEach(function (attribute) {
		if (attributes[attribute] !== null)
			element.setAttribute(attribute, attributes[attribute]);
	});
	if (text)
		element.textContent = text;
	parent.appendChild(element);
	return element;
}

function addButton(parent, kind, text, pressed) {
	const button = add(parent, "button", { type: pressed ? "button" : "submit", class: kind }, text);
	if (pressed)
		button.addEventListener("click", pressed);
	return button;
}

function addView(id, title, kind) {
	const view = add(document.getElementById("page"), "section", { id: id, class: kind, hidden: "" });
	add(view, "h2", { tabindex: "-1" }, title);
	return view;
}

/* A radio button or box with its words: the whole row can be touched. */
function addOption(parent, type, name, value, words, aside) {
	const label = add(parent, "label", { class: "option" });
	add(label, "input", { type: type, name: name, value: value });
	const text = add(label, "span", {}, words);
	if (aside)
		add(label, "span", { class: "aside" }, aside);
	return text;
}

/* The row of what is chosen looks so. */
function markChosen(form) {
	form.querySelectorAll(".option").forEach(function (option) {
		option.classList.toggle("chosen", option.querySelector("input").checked);
	});
}

/* A field with its label and, below, what is wrong with it. */
function addField(parent, name, attributes, label) {
	const id = attributes.id;
	add(parent, "label", { for: id }, label);
	const field = add(parent, name, attributes);
	if (name === "textarea")
		add(parent, "div", { class: "on-paper", "data-of": id, "aria-hidden": "true" });
	return field;
}

function addWrong(parent, id) {
	return add(parent, "p", { id: id, class: "wrong", role: "alert" });
}

function showWrong(id, words) {
	document.getElementById(id).textContent = words || "";
	return !words;
}

/* The opening card */

function buildOpening() {
	const view = addView("opening", say("beginning"), "card");
	const form = add(view, "form", { novalidate: "" });
	add(form, "p", { class: "sheet-token" }, say("sheet", { token: tokenShown(sheet.token) }));
	if (sheet.opening.closes)
		add(form, "p", { class: "closes" }, sheet.opening.closes);
	add(form, "p", { class: "terms" }, sheet.opening.text);
	add(form, "p", { class: "hint" }, say("this_computer"));
	add(form, "p", { class: "hint on-screen" }, say("alone"));
	buildConsent(form);
	buildAttribution(form);
	buildMinutes(form);
	const row = add(form, "div", { class: "row" });
	addButton(row, "main", say("begin"));
	addButton(row, "quiet", say("print"), function () {
		window.print();
	});
	form.addEventListener("input", takeOpening);
	form.addEventListener("submit", begin);
}

function addGroup(parent, question, wrong) {
	const group = add(parent, "fieldset", wrong ? { "aria-describedby": wrong } : {});
	add(group, "legend", {}, question);
	return group;
}

function buildConsent(form) {
	const group = addGroup(form, say("ask_consent"), "wrong-consent");
	addOption(group, "radio", "consent", "yes", say("consent_yes"));
	addOption(group, "radio", "consent", "no", say("consent_no"));
	addWrong(group, "wrong-consent");
}

function buildAttribution(form) {
	const group = addGroup(form, say("ask_attribution"), "wrong-attribution");
	ATTRIBUTIONS.forEach(function (attribution) {
		addOption(group, "radio", "attribution", attribution, say(attribution));
	});
	addWrong(group, "wrong-attribution");
}

function buildMinutes(form) {
	const part = add(form, "div", { class: "part" });
	addField(part, "input", { id: "minutes", name: "minutes", inputmode: "numeric", autocomplete: "off",
		"aria-describedby": "minutes-hint wrong-minutes" }, say("ask_minutes"));
	add(part, "p", { id: "minutes-hint", class: "hint" },
		say("minutes_hint", { n: sheet.questions.length, needed: sheet.needed }));
	addWrong(part, "wrong-minutes");
}

function openingForm() {
	return document.querySelector("#opening form");
}

function fillOpening() {
	const form = openingForm();
	form.elements.consent.value = draft.consent;
	form.elements.attribution.value = draft.attribution;
	form.elements.minutes.value = draft.minutes;
	markChosen(form);
}

function takeOpening() {
	const form = openingForm();
	draft.consent = form.elements.consent.value;
	draft.attribution = form.elements.attribution.value;
	draft.minutes = form.elements.minutes.value;
	markChosen(form);
	keepDraft();
}

/* The first field that is to be mended gets the focus. */
function checkOpening() {
	const form = openingForm(), asked = draft.consent !== "no";
	const minutes = clean(draft.minutes);
	const ok = [
		showWrong("wrong-consent", draft.consent ? "" : say("wrong_consent")) ? null : form.elements.consent[0],
		showWrong("wrong-attribution", draft.attribution || !asked ? "" : say("wrong_attribution")) ?
			null : form.elements.attribution[0],
		showWrong("wrong-minutes", !minutes || minutesAgreed() || !asked ? "" :
			say("wrong_minutes", { most: sheet.opening.most })) ? null : form.elements.minutes,
	];
	const first = ok.find(Boolean);
	if (first)
		first.focus();
	return !first;
}

function begin(event) {
	event.preventDefault();
	takeOpening();
	if (!checkOpening())
		return;
	if (draft.consent === "no") {
		dropDraft();
		go("no");
		return;
	}
	const open = sheet.questions.findIndex(function (question) {
		return !isSettled(question);
	});
	go(open < 0 ? "end" : "q" + (open + 1));
}

/* A question */

function buildQuestion(question, at) {
	const id = "q" + (at + 1);
	const view = addView(id, "", "card question " + question.kind);
	const title = view.querySelector("h2");
	add(title, "span", { class: "number" }, say("question_of", { n: at + 1, all: sheet.questions.length }));
	title.append(" "); /* between words that are read aloud in one go */
	add(title, "span", { class: "topic" }, question.topic);
	title.append(" ");
	if (question.core)
		add(title, "span", { class: "core" }, say("main"));
	const form = add(view, "form", { novalidate: "" });
	const group = addGroup(form, question.text, question.hint ? id + "-hint" : null);
	if (question.hint)
		add(group, "p", { id: id + "-hint", class: "hint" }, question.hint);
	BUILD[question.kind](group, question, id);
	buildStates(group, question, id);
	buildComment(form, question, id);
	buildMoves(form, at);
	form.addEventListener("input", function (event) {
		taken(question, at, event.target);
	});
	form.addEventListener("submit", function (event) {
		event.preventDefault();
		goNext(at);
	});
}

function buildRated(group, question, id) {
	const anchors = [question.low, say("between"), question.mid, say("between"), question.high];
	const scale = add(group, "div", { class: "scale" });
	RATINGS.forEach(function (rating, i) {
		addOption(scale, "radio", id, rating, rating, anchors[i]);
	});
}

function buildChoices(type) {
	return function (group, question, id) {
		question.choices.forEach(function (choice) {
			addOption(group, type, id + (type === "radio" ? "" : "-value"), choice.id, choice.text);
		});
	};
}

function buildInput(attributes) {
	return function (group, question, id) {
		const of = Object.assign({ id: id + "-value", name: id + "-value", autocomplete: "off",
			"aria-describedby": id + "-wrong" }, attributes);
		addField(group, "input", of, say("your_answer"));
		addWrong(group, id + "-wrong");
	};
}

function buildText(group, question, id) {
	addField(group, "textarea", { id: id + "-value", name: id + "-value", rows: "6" }, say("your_answer"));
}

function buildSplit(group, question, id) {
	add(group, "p", { class: "hint" }, say("points_how"));
	const table = add(group, "div", { class: "points" });
	question.choices.forEach(function (choice) {
		const field = id + "-" + choice.id;
		const label = add(table, "label", { for: field }, choice.name || choice.text);
		if (choice.name)
			add(label, "span", { class: "aside" }, choice.text);
		add(table, "input", { id: field, name: id + "-value", "data-cause": choice.id, inputmode: "numeric",
			autocomplete: "off", maxlength: "3", "aria-describedby": id + "-sum " + id + "-wrong" });
	});
	add(group, "p", { id: id + "-sum", class: "sum", role: "status" });
	addWrong(group, id + "-wrong");
}

const BUILD = {
	rated: buildRated,
	choice: buildChoices("radio"),
	multi: buildChoices("checkbox"),
	number: buildInput({ inputmode: "decimal" }),
	date: buildInput({ type: "date", min: "1900-01-01", max: "2200-12-31" }),
	text: buildText,
	split: buildSplit,
};

/* Of ratings and choices they are further choices; of what is typed, choices beside it. */
function sharesStates(question) {
	return question.kind === "rated" || question.kind === "choice";
}

function statesName(question, id) {
	return sharesStates(question) ? id : id + "-state";
}

function buildStates(group, question, id) {
	const states = add(group, "div", { class: "states", role: "group", "aria-labelledby": id + "-or" });
	add(states, "p", { id: id + "-or", class: "or" }, say("or"));
	STATES.forEach(function (state) {
		addOption(states, "radio", statesName(question, id), state, say("state_" + state));
	});
	add(group, "p", { id: id + "-holds", class: "hint holds", role: "status" });
	addButton(group, "quiet clear", say("clear"), function () {
		clearAnswer(question, id);
	});
}

/* Not of an open question, whose answer has room for everything. */
function buildComment(form, question, id) {
	if (question.kind === "text")
		return;
	const part = add(form, "div", { class: "comment" });
	const button = addButton(part, "quiet", say("comment_add"), function () {
		showComment(id, true);
		document.getElementById(id + "-comment").focus();
	});
	button.setAttribute("aria-expanded", "false");
	button.setAttribute("aria-controls", id + "-commented");
	const box = add(part, "div", { id: id + "-commented", class: "commented", hidden: "" });
	addField(box, "textarea", { id: id + "-comment", name: id + "-comment", rows: "3" }, say("comment"));
}

function showComment(id, shown) {
	const box = document.getElementById(id + "-commented");
	const button = box.previousElementSibling;
	box.hidden = !shown;
	button.hidden = shown;
	button.setAttribute("aria-expanded", String(shown));
}

function buildMoves(form, at) {
	const row = add(form, "div", { class: "row moves" });
	const last = at + 1 === sheet.questions.length;
	addButton(row, "main", last ? say("to_end") : say("next"));
	add(row, "a", { class: "button", href: at ? "#q" + at : "#opening" }, say("back"));
}

function formOf(id) {
	return document.querySelector("#" + id + " form");
}

/* Which of the radio buttons or boxes of that name are chosen. */
function chosen(form, name) {
	return Array.from(form.querySelectorAll("input[name='" + name + "']:checked")).map(function (input) {
		return input.value;
	});
}

/* What its controls hold: see answers.js. */
function typedValue(form, question, id) {
	if (sharesStates(question))
		return chosen(form, id).filter(function (value) {
			return STATES.indexOf(value) < 0;
		})[0] || "";
	if (question.kind === "multi")
		return chosen(form, id + "-value");
	if (question.kind !== "split")
		return form.elements[id + "-value"].value;
	const points = {};
	form.querySelectorAll("[data-cause]").forEach(function (input) {
		points[input.getAttribute("data-cause")] = input.value;
	});
	return points;
}

function readTyped(question, id) {
	const form = formOf(id), comment = form.elements[id + "-comment"];
	return {
		value: typedValue(form, question, id),
		state: chosen(form, statesName(question, id)).filter(function (value) {
			return STATES.indexOf(value) >= 0;
		})[0] || "",
		comment: comment ? comment.value : "",
		changed: new Date().toISOString(),
	};
}

function check(form, name, values) {
	form.querySelectorAll("input[name='" + name + "']").forEach(function (input) {
		input.checked = values.indexOf(input.value) >= 0;
	});
}

function fillValue(form, question, id, value) {
	if (question.kind === "multi")
		check(form, id + "-value", value || []);
	else if (question.kind === "split")
		form.querySelectorAll("[data-cause]").forEach(function (input) {
			input.value = (value || {})[input.getAttribute("data-cause")] || "";
		});
	else if (!sharesStates(question))
		form.elements[id + "-value"].value = value || "";
}

function fillQuestion(question, at) {
	const id = "q" + (at + 1), form = formOf(id), typed = typedOf(question) || {};
	fillValue(form, question, id, typed.value);
	check(form, statesName(question, id), [typed.state, sharesStates(question) ? typed.value : ""].filter(Boolean));
	if (question.kind !== "text") {
		form.elements[id + "-comment"].value = typed.comment || "";
		showComment(id, Boolean(typed.comment));
	}
	showQuestion(question, at);
}

/* Writing takes a state back that was said instead. */
function taken(question, at, control) {
	const id = "q" + (at + 1), form = formOf(id);
	const comment = control.id === id + "-comment";
	const state = control.name === id + "-state";
	if (!sharesStates(question) && !comment && !state)
		check(form, id + "-state", []);
	draft.typed[question.item] = readTyped(question, id);
	keepDraft();
	showQuestion(question, at);
	showProgress();
}

function clearAnswer(question, id) {
	const form = formOf(id);
	check(form, statesName(question, id), []);
	fillValue(form, question, id, null);
	draft.typed[question.item] = readTyped(question, id);
	keepDraft();
	showQuestion(question, Number(id.slice(1)) - 1);
	showProgress();
	tell(say("cleared"));
	form.querySelector("input, textarea").focus();
}

function wrongOf(question, typed) {
	if (!typed || !typed.value)
		return "";
	if (question.kind === "number" && typed.value.trim() && numberOf(typed.value) === null)
		return say("no_number");
	if (question.kind === "date" && dateOf(typed.value) === null)
		return say("no_date");
	const points = question.kind === "split" ? Object.keys(typed.value) : [];
	const wrong = points.some(function (cause) {
		return typed.value[cause].trim() && wholePoints(typed.value[cause]) === null;
	});
	return wrong ? say("no_points") : "";
}

/* What follows from the answer, beside its controls. */
function showQuestion(question, at) {
	const id = "q" + (at + 1), form = formOf(id), typed = typedOf(question);
	const answer = answerOf(question, typed);
	const state = typed && typed.state;
	const value = typed ? VALUE_OF[question.kind](typed.value) : null;
	document.getElementById(id + "-holds").textContent =
		state && !sharesStates(question) && value !== null ? say("state_holds") : "";
	form.classList.toggle("stated", Boolean(state));
	markChosen(form);
	form.querySelector(".clear").hidden = !answer || answer.state === "blank";
	if (document.getElementById(id + "-wrong"))
		showWrong(id + "-wrong", wrongOf(question, typed));
	if (question.kind === "split")
		document.getElementById(id + "-sum").textContent = say("points_given", { given: pointsSum(value) || 0 });
	form.querySelectorAll(".on-paper").forEach(function (paper) {
		paper.textContent = document.getElementById(paper.getAttribute("data-of")).value;
	});
}

let tidings = ""; /* to be told in the next view */

/* "the points make 90, not 100", or "". */
function unevenWords(question) {
	const value = answerOf(question, typedOf(question));
	const given = question.kind === "split" && value && value.state === "answered" ? pointsSum(value.value) : POINTS;
	return given === POINTS ? "" : say("uneven", { given: given });
}

function goNext(at) {
	const next = nextOf(at), uneven = unevenWords(sheet.questions[at]);
	tidings = uneven ? say("entry_uneven", { n: at + 1, uneven: uneven }) : next === at + 1 ? "" : say("main_first");
	go(next >= sheet.questions.length ? "end" : "q" + (next + 1));
}

/* The end */

let file = null; /* as it would be saved now */

function buildEnd() {
	const view = addView("end", say("end"), "card");
	add(view, "p", { id: "left" });
	buildList(view, "open-list");
	buildList(view, "all-list");
	buildSending(add(view, "div", { class: "sending" }));
	buildDeleting(add(view, "div", {}));
	add(add(view, "p", {}), "a", { href: "#opening" }, say("terms"));
}

function buildList(view, id) {
	const list = add(view, "details", { id: id });
	add(list, "summary", {}, say(id.replace("-", "_")));
	add(list, "ul", { class: "list" });
}

function buildSending(part) {
	add(part, "h3", {}, say("send"));
	add(part, "p", {}, say("send_how"));
	buildWays(part, "end");
}

/* Both ways to send: by a file, by a mail. */
function buildWays(part, of) {
	addButton(part, "main", say("save"), function () {
		saveFile(of + "-saved");
	});
	add(part, "p", { id: of + "-saved", class: "told", role: "status" });
	addField(part, "textarea", { id: of + "-mail", class: "mail", readonly: "", rows: "8", spellcheck: "false" },
		say("mail"));
	addButton(part, "", say("copy"), function () {
		copyMail(of);
	});
	add(part, "p", { id: of + "-copied", class: "told", role: "status" });
}

function buildDeleting(part) {
	add(part, "h3", {}, say("sent"));
	add(part, "p", {}, say("sent_how"));
	const ask = addButton(part, "", say("delete"), function () {
		askDelete(true);
	});
	ask.id = "delete";
	const sure = add(part, "div", { id: "sure", role: "group", "aria-labelledby": "sure-text", hidden: "" });
	add(sure, "p", { id: "sure-text" }, say("delete_sure"));
	const row = add(sure, "div", { class: "row" });
	addButton(row, "", say("delete_no"), function () {
		askDelete(false);
	});
	addButton(row, "danger", say("delete_yes"), deleteDraft);
}

function askDelete(asked) {
	document.getElementById("sure").hidden = !asked;
	document.getElementById("delete").hidden = asked;
	document.querySelector(asked ? "#sure button" : "#delete").focus();
}

function deleteDraft() {
	deleted = true;
	dropDraft();
	go("done");
}

function buildOthers() {
	const done = addView("done", say("thanks"), "card");
	add(done, "p", {}, say("deleted"));
	const no = addView("no", say("thanks"), "card");
	add(no, "p", {}, say("refused"));
	add(no, "p", {}, say("refused_how"));
	buildWays(no, "no");
	add(add(no, "p", {}), "a", { href: "#opening" }, say("refused_back"));
}

/* The answer file and the text of a mail are of one moment. */
function makeFile() {
	const agreed = draft.consent === "yes";
	file = givenBack(sheet, { consent: draft.consent, attribution: agreed ? draft.attribution : "",
		finished: new Date().toISOString() }, draft.typed);
	document.getElementById(agreed ? "end-mail" : "no-mail").value = mailText(sheet, file);
}

function saveFile(told) {
	const address = URL.createObjectURL(new Blob([fileText(file)], { type: "application/json" }));
	const link = add(document.body, "a", { href: address, download: sheet.file, hidden: "" });
	link.click();
	link.remove();
	setTimeout(function () {
		URL.revokeObjectURL(address);
	}, 60000);
	document.getElementById(told).textContent = say("saved", { file: sheet.file });
}

/* Where the newer way is not to be had, the older one. */
function copyMail(of) {
	const box = document.getElementById(of + "-mail"), told = document.getElementById(of + "-copied");
	const older = function () {
		box.focus();
		box.select();
		const done = document.execCommand("copy");
		told.textContent = say(done ? "copied" : "copy_failed");
	};
	if (!navigator.clipboard)
		return older();
	return navigator.clipboard.writeText(box.value).then(function () {
		told.textContent = say("copied");
	}, older);
}

function entryWords(question, at) {
	const words = say("entry", { n: at + 1, short: question.short }), uneven = unevenWords(question);
	return uneven ? words + " (" + uneven + ")" : words;
}

function listQuestions(list, wanted) {
	list.textContent = "";
	sheet.questions.forEach(function (question, at) {
		if (!wanted(question))
			return;
		const entry = add(list, "li", {});
		add(entry, "a", { href: "#q" + (at + 1) }, entryWords(question, at));
		if (isSettled(question))
			add(entry, "span", { class: "settled" }, say("settled_one"));
	});
}

function showEnd() {
	const open = openQuestions();
	document.getElementById("left").textContent = open.length ? say("left", { n: open.length }) : say("settled");
	document.getElementById("open-list").hidden = !open.length;
	document.getElementById("open-list").open = open.length <= LIST_SHORT;
	listQuestions(document.querySelector("#open-list ul"), function (question) {
		return !isSettled(question);
	});
	listQuestions(document.querySelector("#all-list ul"), function () {
		return true;
	});
	document.getElementById("end-saved").textContent = document.getElementById("end-copied").textContent = "";
	askDeleteAgain();
	makeFile();
}

function askDeleteAgain() {
	document.getElementById("sure").hidden = true;
	document.getElementById("delete").hidden = false;
}

/* Around the views */

function buildBar() {
	const bar = add(document.body, "nav", { id: "bar", "aria-label": say("progress_bar"), hidden: "" });
	document.body.insertBefore(bar, document.getElementById("page"));
	add(bar, "progress", { max: sheet.questions.length, value: 0, "aria-label": say("progress_bar") });
	const row = add(bar, "div", { class: "row" });
	add(row, "p", { id: "progress" });
	add(row, "a", { href: "#end" }, say("overview"));
	add(bar, "p", { id: "kept", class: "warning", role: "alert" });
	add(bar, "p", { id: "told", class: "told", role: "status" });
}

function showProgress() {
	const all = sheet.questions.length, done = all - openQuestions().length;
	document.querySelector("#bar progress").value = done;
	document.getElementById("progress").textContent = say("progress", { done: done, all: all, minutes: minutesNeeded() });
}

function showKept() {
	const kept = document.getElementById("kept");
	const words = storing ? "" : say("draft_lost");
	if (kept.textContent !== words)
		kept.textContent = words;
}

function tell(words) {
	document.getElementById("told").textContent = words;
}

function go(view) {
	if (location.hash === "#" + view)
		show();
	else
		location.hash = view;
}

function numberOfView() {
	const found = /^#q(\d+)$/.exec(location.hash);
	const number = found ? Number(found[1]) : 0;
	return number <= sheet.questions.length ? number : 0;
}

/* Without consent there is nothing but the opening card; of what was deleted, nothing else. */
function viewNow() {
	const view = location.hash.slice(1);
	if (deleted)
		return "done";
	if (view === "no" && draft.consent === "no")
		return view;
	if (draft.consent !== "yes" || !draft.attribution)
		return "opening";
	return numberOfView() || view === "end" ? view : "opening";
}

let begun = false; /* the first view is read from the head of the page on */

function show() {
	const view = viewNow();
	document.querySelectorAll("#page > section").forEach(function (section) {
		section.hidden = section.id !== view;
	});
	document.getElementById("bar").hidden = storing && !/^q/.test(view);
	document.getElementById("head").classList.toggle("small", view !== "opening");
	tell(tidings);
	tidings = "";
	showProgress();
	if (view === "end")
		showEnd();
	if (view === "no")
		makeFile();
	if (begun)
		document.querySelector("#" + view + " h2").focus({ preventScroll: true });
	begun = true;
	window.scrollTo(0, 0);
}

function fillAll() {
	fillOpening();
	sheet.questions.forEach(fillQuestion);
	showKept();
}

/* Another window with the same form has kept something. */
function takeOver(event) {
	if (event.key !== KEY || !event.newValue || deleted)
		return;
	takeDraft(event.newValue);
	fillAll();
	showProgress();
}

function start() {
	const known = readDraft();
	if (!known)
		draft.minutes = String(sheet.opening.minutes || "");
	buildBar();
	buildOpening();
	sheet.questions.forEach(buildQuestion);
	buildEnd();
	buildOthers();
	fillAll();
	window.addEventListener("hashchange", show);
	window.addEventListener("storage", takeOver);
	window.addEventListener("beforeunload", function (event) {
		if (!storing && !deleted && draft.consent === "yes")
			event.returnValue = ""; /* the browser asks whether to leave */
	});
	["keydown", "pointerdown", "scroll"].forEach(function (what) {
		window.addEventListener(what, seen, { passive: true });
	});
	setInterval(countTime, TICK * 1000);
	show();
}

start();
