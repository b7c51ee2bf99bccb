/* SPDX-License-Identifier: MIT */
/*
 * What a form gives back, as one file and as text for a mail: rekindle-sheet(5). Plain functions of
 * what was typed; nothing here knows the page.
 *
 * What was typed for a question: { value, state, comment, changed }. value is what its controls
 * hold: a text, for several choices a list of ids, for points an object of texts by cause; state is
 * "" or one of dont_know, not_applicable, declined, which then holds instead of the value.
 */
"use strict";

const POINTS = 100;
const MAIL_COLUMNS = 72;
const STATE_WORDS = { dont_know: "don't know", not_applicable: "not applicable", declined: "decline" };
const WRITTEN_STATES = new Map([["dont know", "dont_know"], ["do not know", "dont_know"], ["?", "dont_know"],
	["not applicable", "not_applicable"], ["-", "not_applicable"], ["n/a", "not_applicable"],
	["n.a.", "not_applicable"], ["decline", "declined"],
	["declined", "declined"], ["x", "declined"]]);

/* Texts */

/* As it is kept: composed, without blanks that nobody meant, and with the lines that were. */
function clean(text) {
	return (text || "").replace(/[\ud800-\udfff]/gu, "\ufffd").normalize("NFC")
		.replace(/\r\n?|[\u2028\u2029]/g, "\n")
		.replace(/[\u0000-\u0009\u000b-\u001f\u007f \u00a0]+/g, " ")
		.replace(/ ?\n ?/g, "\n").replace(/^[ \n]+|[ \n]+$/g, "");
}

/* CRC-16/CCITT-FALSE of its bytes, four digits: whether a mail has changed it on its way. */
function checkOf(text) {
	let crc = 0xffff;
	new TextEncoder().encode(text).forEach(function (byte) {
		crc ^= byte << 8;
		for (let bit = 0; bit < 8; bit++)
			crc = (crc & 0x8000 ? crc << 1 ^ 0x1021 : crc << 1) & 0xffff;
	});
	return crc.toString(16).padStart(4, "0");
}

/* In groups of four digits. */
function tokenShown(token) {
	return token.replace(/.{4}(?=.)/g, "$&-");
}

/* Values by the kind of the question: null where nothing that can be sent was given */

function wholePoints(typed) {
	return /^\s*\d{1,3}\s*$/.test(typed) && Number(typed) <= POINTS ? Number(typed) : null;
}

function pointsOf(typed) {
	const given = Object.keys(typed || {}).filter(function (cause) {
		return wholePoints(typed[cause]) !== null;
	});
	const points = {};
	given.forEach(function (cause) {
		points[cause] = wholePoints(typed[cause]);
	});
	return given.length ? points : null;
}

function numberOf(typed) {
	const number = Number(String(typed || "").trim().replace(",", "."));
	return /\d/.test(typed || "") && isFinite(number) ? number : null;
}

function dateOf(typed) {
	const year = Number((typed || "").slice(0, 4));
	return /^\d{4}-\d\d-\d\d$/.test(typed || "") && year >= 1900 && year <= 2200 ? typed : null;
}

const VALUE_OF = {
	rated: function (typed) {
		return /^[1-5]$/.test(typed || "") ? Number(typed) : null;
	},
	choice: function (typed) {
		return typed || null;
	},
	multi: function (typed) {
		return typed && typed.length ? typed : null;
	},
	number: numberOf,
	date: dateOf,
	split: pointsOf,
	text: function (typed) {
		return clean(typed) || null;
	},
};

/* What the points make together; null where none were given. */
function pointsSum(points) {
	return points && Object.keys(points).reduce(function (sum, cause) {
		return sum + points[cause];
	}, 0);
}

/* In a mail these words are a state: so they are everywhere. */
function stateWritten(question, value) {
	return question.kind === "text" && value && WRITTEN_STATES.get(value.toLowerCase().replace(/['\u2019]/g, ""));
}

/* The answer that is sent of what was typed, or null. */
function answerOf(question, typed) {
	const value = typed ? VALUE_OF[question.kind](typed.value) : null;
	const comment = typed ? clean(typed.comment) : "";
	const state = typed && typed.state || stateWritten(question, value) || (value === null ? "blank" : "answered");
	const answer = { item: question.item, state: state };
	if (state === "blank" && !comment)
		return null;
	if (state === "answered")
		answer[question.kind === "text" ? "text" : "value"] = value;
	if (comment)
		answer.comment = comment;
	answer.changed = typed.changed;
	return answer;
}

/* Is there something to settle yet: no answer, or points that do not make 100? */
function isOpen(question, typed) {
	const answer = answerOf(question, typed);
	if (!answer || answer.state === "blank")
		return true;
	return question.kind === "split" && answer.state === "answered" && pointsSum(answer.value) !== POINTS;
}

/* The file */

/* terms: { consent: "yes" or "no", attribution or "", finished }. How long it took stays here. */
function givenBack(sheet, terms, typed) {
	const file = { format: "rekindle-answers", version: 1, token: sheet.token, instrument: sheet.instrument };
	file.consent = terms.consent;
	if (terms.attribution)
		file.attribution = terms.attribution;
	file.finished = terms.finished;
	file.answers = terms.consent !== "yes" ? [] : sheet.questions.map(function (question) {
		return answerOf(question, typed[question.item]);
	}).filter(Boolean);
	return file;
}

function fileText(file) {
	return JSON.stringify(file, null, 1) + "\n";
}

/* The text for a mail */

/* Lines of no more columns than mail programs leave alone, broken at blanks. */
function wrapped(paragraph, first) {
	const lines = [first];
	paragraph.split(" ").forEach(function (word) {
		const line = lines[lines.length - 1];
		const longer = line && word ? line + " " + word : line + word;
		if (line && word && longer.length > MAIL_COLUMNS)
			lines.push(word);
		else
			lines[lines.length - 1] = longer;
	});
	return lines;
}

const STRUCTURE = new RegExp("^(?:[\\\\>|]|From |Rekindle answer sheet|(?:Sheet|Questions|Consent|Attribution|Finished):" +
	"|Q\\d|(?:Answer|Comment|End of sheet)\\b)", "i");

/* What would be read as something else begins with a backslash more; those at the end that are meant
 * are doubled, and one more says that the line ends there. */
function mailLine(line, first, meant) {
	const begun = !first && STRUCTURE.test(line) && !/^\\+$/.test(line) ? "\\" + line : line;
	return begun.replace(/\\+$/, "$&$&") + (meant ? "\\" : "");
}

function mailLines(head, text) {
	const paragraphs = text.split("\n"), out = [];
	paragraphs.forEach(function (paragraph, i) {
		const apart = i === 0 && paragraph[0] === "\\"; /* not behind the colon */
		const lines = wrapped(paragraph, i === 0 && !apart ? head : "");
		if (apart)
			out.push(head);
		lines.forEach(function (line, at) {
			const first = i === 0 && at === 0 && !apart;
			out.push(mailLine(line, first, at === lines.length - 1 && i < paragraphs.length - 1));
		});
	});
	return out;
}

/* An answer's value as it is written by hand. */
function writtenValue(answer) {
	if (answer.state !== "answered")
		return STATE_WORDS[answer.state];
	if (answer.text !== undefined)
		return answer.text;
	if (Array.isArray(answer.value))
		return answer.value.join(", ");
	if (typeof answer.value === "object")
		return Object.keys(answer.value).map(function (cause) {
			return cause + " " + answer.value[cause];
		}).join(", ");
	return String(answer.value);
}

function mailPart(word, number, item, text) {
	return mailLines(word + " Q" + number + " [" + item + "] ~" + checkOf(text) + ":", text);
}

function mailAnswer(answer, number) {
	const value = answer.state === "blank" ? [] : mailPart("Answer", number, answer.item, writtenValue(answer));
	return value.concat(answer.comment ? mailPart("Comment", number, answer.item, answer.comment) : []);
}

/* The same as the file, but for the instants of change. */
function mailText(sheet, file) {
	const lines = ["Rekindle answer sheet, 1", "Sheet: " + tokenShown(file.token),
		"Questions: " + file.instrument.id + " " + file.instrument.version, "Consent: " + file.consent];
	if (file.attribution)
		lines.push("Attribution: " + file.attribution);
	lines.push("Finished: " + file.finished);
	file.answers.forEach(function (answer) {
		const at = sheet.questions.findIndex(function (question) {
			return question.item === answer.item;
		});
		Array.prototype.push.apply(lines, mailAnswer(answer, at + 1));
	});
	return lines.concat("End of sheet", "").join("\n");
}
