# SPDX-License-Identifier: MIT
# Makes the worked example: plays the days of story.py with the program, one command after another, as
# somebody would who has run Kestrel's review for fourteen months, and writes what is exported in the end.
#
#   grow.py PROGRAM BASELINE > phoenix-gentech.json
#
# BASELINE is the alliance as it was at its baseline, tests/data/one-round.json, which is of a year later:
# its days are moved back.
import datetime
import json
import os
import re
import subprocess
import sys
import tempfile
import time
import uuid

import story

NAME = "Phoenix Labs and GenTech Solutions"
UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
DAY = re.compile(r"\d{4}-\d\d-\d\d")


def identity(*name):
    return str(uuid.uuid5(uuid.NAMESPACE_OID, "kestrel " + " ".join(map(str, name))))


def stamp(day, time="17:00"):
    """Milliseconds of an instant in UTC."""
    at = datetime.datetime.fromisoformat(f"{day}T{time}+00:00")
    return int(at.timestamp()) * 1000


# --- the baseline, a year before ------------------------------------------------------------------


def weeks_back(day):
    """52 weeks: interviews stay on their day of the week."""
    return (datetime.date.fromisoformat(day[:10]) - datetime.timedelta(364)).isoformat() + day[10:]


def year_back(text):
    """Years in words and days of the calendar; what lies beyond 2026 stays ahead."""
    return re.sub(r"\b202[56]\b", lambda year: str(int(year.group()) - 1), text)


def moved_back(value, name=""):
    if isinstance(value, dict):
        return {key: moved_back(each, key) for key, each in value.items()}
    if isinstance(value, list):
        return [moved_back(each, name) for each in value]
    if name in ("changed", "at"):
        return value - 364 * 86400000
    if isinstance(value, str) and not UUID.fullmatch(value):
        if name == "planned":
            return weeks_back(value)
        return year_back(value)
    return value


def baseline(path):
    document = moved_back(json.load(open(path, encoding="utf-8")))
    first = document["assessments"][0]
    original = json.load(open(path, encoding="utf-8"))["assessments"][0]
    first["date"] = weeks_back(original["date"])
    for now, then in zip(first["respondents"], original["respondents"]):
        now["date"] = weeks_back(then["date"])
    document["alliance"].update(story.ALLIANCE)
    for objective in first["objectives"]:
        objective.update(story.OBJECTIVE_DUE.get(objective["text"], {}))
    return document


# --- the program ----------------------------------------------------------------------------------


class Review:
    def __init__(self, program, folder):
        self.program, self.folder, self.day, self.times = program, folder, None, []
        self.environment = dict(os.environ, TZ="UTC", LC_ALL="C.UTF-8", HOME=folder,
                                REKINDLE_DB=os.path.join(folder, "kestrel.db"))

    def on(self, day):
        self.day = day
        self.times.append((time.time_ns() // 1000000, day))

    def now(self):
        """By the clock of the machine, as the program says it: on_its_day() moves it to the day played."""
        return self.times[-1][0]

    def run(self, *arguments, given=""):
        self.environment["REKINDLE_TODAY"] = self.day
        done = subprocess.run([self.program, *arguments], input=given, text=True, encoding="utf-8",
                              env=self.environment, capture_output=True, check=False)
        if done.returncode:
            sys.exit(f"{self.day}: {' '.join(arguments)}: {done.stderr or done.stdout}")
        return done.stdout

    def bring(self, alliance=(), assessments=()):
        """What the screens record and no command does comes as a file."""
        known = {"id": self.alliance["id"], "name": self.alliance["name"], "example": self.alliance["example"],
                 "parties": [{"id": each["id"], "name": each["name"]} for each in self.alliance["parties"]],
                 "people": [{"id": one, "party": self.party[one], "role": self.roles[one], "name": name}
                            for name, one in self.people.items()]}
        document = {"alliance": dict(known, **dict(alliance)),
                    "assessments": [dict(each, instrument=self.instrument)
                                    for each in assessments or [{"id": self.first}]]}
        self.run("import", "-", given=json.dumps(document))

    def export(self):
        return json.loads(self.run("export", NAME))

    def begin(self, document):
        self.alliance = document["alliance"]
        self.first = document["assessments"][0]["id"]
        self.instrument = document["assessments"][0]["instrument"]
        self.people = {each["name"]: each["id"] for each in self.alliance["people"]}
        self.parties = {each["name"]: each["id"] for each in self.alliance["parties"]}
        self.party = {each["id"]: each["party"] for each in self.alliance["people"]}
        self.roles = {each["id"]: each["role"] for each in self.alliance["people"]}
        self.attribution = {each["person"]: each["attribution"]
                            for each in document["assessments"][0]["respondents"]}
        self.on(document["assessments"][0]["date"])
        self.run("import", "-", given=json.dumps(document))

    def person(self, name):
        """By the whole name or the first."""
        return next(one for full, one in self.people.items() if full == name or full.split()[0] == name)


# --- rounds ---------------------------------------------------------------------------------------

STATES = {"?": "dont_know", "x": "not_applicable", "-": "declined"}
REASONS = {"x": "The partner's name is not yet used with GenTech's customers."}


def rated(table, people):
    """Of each person the answers, in the order of the table."""
    answers = {name: [] for name in people}
    for line in table.split("\n"):
        if not line.strip():
            continue
        item, figures = line.split(None, 1)
        for name, figure in zip(people, figures.replace(" ", ""), strict=True):
            if figure in STATES:
                answers[name].append({"item": item, "state": STATES[figure]})
            elif figure != ".":
                answers[name].append({"item": item, "state": "answered", "value": int(figure)})
            if figure in REASONS:
                answers[name][-1]["reason"] = REASONS[figure]
    return answers


def said(answers, people, words, points):
    for who, item, member, text in words:
        name = next(each for each in people if each.split()[0] == who)
        found = next((each for each in answers[name] if each["item"] == item), None)
        if not found:
            found = {"item": item, "state": "answered"}
            answers[name].append(found)
        assert member not in found, (who, item, member)
        found[member] = text
    for who, figures in points.items():
        name = next(each for each in people if each.split()[0] == who)
        answers[name].append({"item": "split.points", "state": "answered", "value": dict(
            zip(("strategy", "type", "partner", "management"), figures))})


def heard(review, key, kind, days, people, answers, minutes, refused):
    """The interviews of a round, on the days in turn; who did not agree was asked for that alone."""
    respondents, all_answers = [], []
    for number, name in enumerate([*people, *refused]):
        person, day = review.person(name), days[number % len(days)]
        hour = 8 + number // len(days) * 2
        one = identity(key, name)
        respondents.append({"id": one, "person": person, "party": review.party[person],
                            "role": review.roles[person], "name": name,
                            "attribution": review.attribution.get(person, "named"), "date": day,
                            "consent": True, "minutes": minutes,
                            "changed": stamp(day, f"{hour:02}:00")})
        if name in refused:
            respondents[-1].update({"consent": False, "minutes": None})
        for at, answer in enumerate(answers.get(name, ())):
            all_answers.append(dict(answer, respondent=one,
                                    changed=stamp(day, f"{hour:02}:02") + at * 37000))
    return {"id": key, "kind": kind, "respondents": respondents, "answers": all_answers}


def hold(review, which):
    """A round: begun, heard, what was found out entered, the rest confirmed."""
    review.on(which["begun"])
    pulse = which["kind"] == "pulse"
    key = review.run("round", NAME, "--title", which["title"], "--date", which["date"],
                     *(["--pulse"] if pulse else [])).strip()
    people = which["people"]
    answers = rated(which["ratings"], people)
    said(answers, people, which.get("said", ()), which.get("points", {}))
    review.on(which["date"])
    made = heard(review, key, which["kind"], which["days"], people, answers, 10 if pulse else 45,
                 which.get("refused", ()))
    made.update({"title": which["title"], "date": which["date"]})
    if "route" in which:
        made["route"] = [dict(zip(("own_resources", "tradability", "closeness", "integration"), figures),
                              respondent=identity(key, name), party=review.party[review.person(name)],
                              changed=stamp(which["date"]))
                         for name, figures in which["route"]]
    review.bring(assessments=[made])
    for line in which.get("facts", ()):
        enter(review, key, line)


def enter(review, key, line):
    """LIST, the beginning of what is changed or nothing for what is new, then the members."""
    kind, found, members = line
    fields = [f"{name}={value}" for name, value in members.items()]
    if kind in ("selection", "governance", "assessment", "profile"):
        review.run("audit", key, kind, "set", *fields)
    elif found:
        objects = json.loads(review.run("audit", key, kind, "--json"))
        one = next(each for each in objects if any(
            str(each.get(name) or "").startswith(found) for name in ("text", "what", "step", "name")))
        review.run("audit", key, kind, "set", one["id"], *fields)
    else:
        review.run("audit", key, kind, "add", *fields)


def confirmed(document):
    """What is as it was in the round before was looked at and confirmed on its last day, as the screen of
    the audit does."""
    for made in document["assessments"]:
        begun, now = made.get("begun"), stamp(made["date"], "19:00")
        for name in CARRIED if begun else ():
            made[name] = looked_at(made.get(name), begun, now)
    return document


CARRIED = ("profile", "objectives", "process", "checklists", "risks", "incidents", "contributions",
           "milestones")


def looked_at(value, begun, now):
    if isinstance(value, list):
        return [looked_at(each, begun, now) for each in value]
    if not isinstance(value, dict):
        return value
    value = {name: looked_at(each, begun, now) for name, each in value.items()}
    changed = value.get("changed")
    if isinstance(changed, dict):
        value["changed"] = {row: now if at <= begun else at for row, at in changed.items()}
    elif changed is not None and changed <= begun:
        value["changed"] = now
    return value


# --- the plan and what is the alliance's ----------------------------------------------------------


def plan(review, start):
    review.run("plan", NAME, "--start", start, "--save")


def redraw(review):
    review.run("plan", NAME, "--redraw", "--save")


def action(review, name, status, done, note):
    more = ["--reason", note] if status in ("blocked", "dropped") else ["--note", note] if note else []
    if status == "done":
        more += ["--done", done]
    review.run("action", NAME, name, "--status", status, *more)


def gate(review, number, outcome, note):
    review.run("gate", NAME, str(number), "--outcome", outcome, "--note", note)


def readings(review, figures):
    kpis = {each["name"]: each["id"] for each in json.loads(review.run("audit", NAME, "kpis", "--json"))}
    for name, value in figures.items():
        review.run("audit", NAME, "actuals", "add", f"kpi={kpis[name]}", f"date={review.day}", f"value={value}")


def kpis(review, new):
    for members in new:
        review.run("audit", NAME, "kpis", "add", *[f"{name}={value}" for name, value in members.items()])


def joins(review, name, party, role):
    review.people[name] = review.run("people", NAME, "add", "--party", party, "--role", role, "--name", name).strip()
    review.party[review.people[name]] = review.parties[party]
    review.roles[review.people[name]] = role


def days_off(review, days):
    review.bring({"days_off": [
        {"party": review.parties[party], "from": first, "to": last, "yearly": yearly, "changed": review.now()}
        for party, first, last, yearly in days]})


def meeting(review, body, decisions, notes):
    review.bring({"meetings": [{"id": identity("meeting", review.day), "at": stamp(review.day, "14:00"),
                                "body": body, "decisions": decisions, "notes": notes,
                                "changed": review.now()}]})


def escalation(review, opened, closed, level, what):
    review.bring({"escalations": [{"id": identity("escalation", opened), "opened": opened, "closed": closed,
                                   "level": level, "what": what, "changed": review.now()}]})


def charter(review, agreed):
    review.bring({"charter": agreed, "changed": review.now()})


def owned(review, owners):
    return [{"party": review.party[review.person(who)], "person": review.person(who),
             "changed": review.now()} for who in owners]


def workshop(review, held):
    """What was said there, and the joint objectives, with an owner of each company."""
    objectives = [dict(members, id=identity("objective", name), changed=review.now(),
                       owners=owned(review, owners)) for name, members, owners in story.JOINT_OBJECTIVES]
    said_there = dict({name: text for name, text in held.items() if name != "success"},
                      success=[{"party": review.parties[party], "text": text, "changed": review.now()}
                               for party, text in held["success"]])
    review.bring({"plan": {"changed": review.now(), "objectives": objectives, "workshop": said_there}})


def own(review, name):
    members = dict(story.OWN_ACTIONS[name])
    members["owners"] = owned(review, members["owners"])
    review.bring({"plan": {"actions": [dict(members, id=identity("action", name), changed=review.now())]}})


def owners(review, name, who):
    review.bring({"plan": {"objectives": [{"id": identity("objective", name), "text": next(
        members["text"] for each, members, _ in story.JOINT_OBJECTIVES if each == name),
        "owners": owned(review, who)}]}})


def planned(review, days):
    review.bring({"people": [
        {"id": one, "party": review.party[one], "role": review.roles[one], "name": name,
         **({"planned": days[name], "changed": review.now()} if name in days else {})}
        for name, one in review.people.items()]})


def note(review, text):
    newest = review.export()["assessments"][-1]
    review.bring(assessments=[dict({name: newest[name] for name in ("id", "kind", "title", "date")}, notes=[
        {"id": identity("note", review.day), "at": stamp(review.day, "11:20"), "text": text,
         "changed": review.now()}])])


def adopt(review, name, start, due):
    """One that stood for later."""
    review.run("action", NAME, name, "--start", start, "--due", due)


def amendments(review, settled):
    review.bring({"plan": {"amendments": [
        {"id": identity("amendment", name), "text": text, "because": because, "settled": settled,
         "changed": review.now()} for name, text, because in story.AMENDMENTS]}})


VERBS = {"plan": plan, "redraw": redraw, "action": action, "gate": gate, "readings": readings, "kpis": kpis,
         "joins": joins, "days_off": days_off, "meeting": meeting, "escalation": escalation, "charter": charter,
         "workshop": workshop, "owners": owners, "planned": planned, "note": note, "own": own, "adopt": adopt, "amendments": amendments, "round": hold}


def play(review):
    for day, verb, *rest in story.CALENDAR:
        review.on(day)
        VERBS[verb](review, *rest)


def on_its_day(text, times):
    """What the program changed says so by the clock of the machine; here it was the evening of the day that
    is played, in the same order."""
    drawn = sorted({int(each) for each in re.findall(r"\b\d{13}\b", text) if int(each) >= times[0][0]})
    moved, count = {}, {}
    for each in drawn:
        day = [day for at, day in times if at <= each][-1]
        count[day] = count.get(day, -1) + 1
        moved[str(each)] = str(stamp(day, "18:00") + count[day] * 1000)
    return re.sub(r"\b\d{13}\b", lambda found: moved.get(found.group(), found.group()), text)


def steady(text, known):
    """Identifiers that the program drew become ones of their place, so that the same days make the same
    file."""
    seen = {}
    for one in UUID.findall(text):
        if one not in known and one not in seen:
            seen[one] = identity("drawn", len(seen))
    return UUID.sub(lambda found: seen.get(found.group(), found.group()), text)


def spare(text):
    """Without the members that are empty, an object a line where it fits."""
    def without(value):
        if isinstance(value, dict):
            return {name: without(each) for name, each in value.items() if each is not None}
        return [without(each) for each in value] if isinstance(value, list) else value

    def lines(value, indent, room):
        flat = json.dumps(value, ensure_ascii=False)
        if not isinstance(value, (dict, list)) or len(flat) <= room - len(indent):
            return flat
        inner = indent + " "
        if isinstance(value, list):
            return "[\n" + ",\n".join(inner + lines(each, inner, room) for each in value) + "\n" + indent + "]"
        return "{\n" + ",\n".join(inner + json.dumps(name) + ": " + lines(each, inner, room)
                                  for name, each in value.items()) + "\n" + indent + "}"

    return lines(without(json.loads(text)), "", 240) + "\n"


def main():
    program, path = os.path.abspath(sys.argv[1]), sys.argv[2]
    document = baseline(path)
    with tempfile.TemporaryDirectory() as folder:
        review = Review(program, folder)
        review.begin(document)
        play(review)
        text = steady(on_its_day(review.run("export", NAME), review.times), set(UUID.findall(json.dumps(document))))
    with tempfile.TemporaryDirectory() as folder:
        again = Review(program, folder)
        again.on(review.day)
        text = spare(json.dumps(confirmed(json.loads(text))))
        again.run("import", "-", given=text)
        assert spare(again.run("export", NAME)) == text, "what is imported again is not what was exported"
    sys.stdout.write(text)


main()
