# SPDX-License-Identifier: MIT
"""The form in a browser without a network: check.py BROWSER PROGRAM AXE FOLDER [FOLDER for pictures].

PROGRAM prints forms (tests/form/page.c), AXE is the script of axe-core, FOLDER is for the while; REKINDLE in
the environment is the program itself."""
import json
import os
import subprocess
import sys
import time
import traceback

import fill
import mail
from browser import Browser, WAIT

DATA = "tests/data/one-round.json"
FILE = "01234567.rekindle-answers.json"
TOKEN = "0123456789abcdef0123456789abcdef"
AXE_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SIZES = [(360, 760), (1280, 900)]


class Stage:
    """A browser, the pages it is shown, and where things lie."""

    def __init__(self, browser, program, axe, folder, pictures):
        self.browser, self.program, self.folder, self.pictures = browser, program, folder, pictures
        with open(axe, encoding="utf-8") as file:
            self.axe = file.read()
        self.pages = []

    def rekindle(self, *arguments):
        """What the program prints, on a database of the stage's own."""
        return subprocess.run([os.environ["REKINDLE"], "--db", f"{self.folder}/form.db", *arguments], check=True,
                              stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout

    def form(self, name, *arguments):
        path = f"{self.folder}/{name}.html"
        with open(path, "wb") as file:
            subprocess.run([self.program, DATA, *arguments], stdout=file, check=True)
        return path

    def show(self, path, width=1280, height=900, dark=False, before=None):
        page = self.browser.page(width, height, dark, touch=width < 500)
        if before:
            page.send("Page.addScriptToEvaluateOnNewDocument", source=before)
        page.open(path)
        self.pages.append(page)
        return page

    def saved(self):
        """The answer file that was just downloaded; it is taken away."""
        path, until, text = f"{self.folder}/{FILE}", time.monotonic() + WAIT, ""
        while not text.endswith("\n"):
            assert time.monotonic() < until, "no answer file is saved"
            self.browser.turn(time.monotonic() + 0.05)
            if os.path.exists(path):
                with open(path, encoding="utf-8") as file:
                    text = file.read()
        os.remove(path)
        return json.loads(text)

    def quiet(self):
        """Nothing was asked for, nothing complained about."""
        for page in self.pages:
            assert not page.requests, f"the page asks for {page.requests}"
            assert not page.complaints, f"the browser complains: {page.complaints}"
        self.pages.clear()


def questions_of(page):
    return page.value("sheet.questions")


def check_file(file, questions, attribution="role"):
    answers = [dict(answer) for answer in file["answers"]]
    for answer in answers:
        assert answer.pop("changed").endswith("Z")
    wanted = [fill.expected(question, at) for at, question in enumerate(questions)]
    for got, want in zip(answers, [answer for answer in wanted if answer]):
        assert got == want, f"{got}\nis not {want}"
    assert len(answers) == len([answer for answer in wanted if answer])
    assert file["format"] == "rekindle-answers" and file["version"] == 1 and file["token"] == TOKEN
    assert file["consent"] == "yes" and file["attribution"] == attribution and file["finished"].endswith("Z")


def written(answer):
    """An answer of the file as a mail has it."""
    if answer["state"] != "answered":
        return [word for word, state in mail.STATES.items() if state == answer["state"]][0]
    if "text" in answer:
        return answer["text"]
    value = answer["value"]
    if isinstance(value, dict):
        return ", ".join(f"{cause} {points}" for cause, points in value.items())
    return ", ".join(value) if isinstance(value, list) else str(value)


def check_mail(text, file):
    found = mail.read(text)
    assert found["Sheet"].replace("-", "") == file["token"] and found["Consent"] == file["consent"]
    assert found["Questions"] == f"{file['instrument']['id']} {file['instrument']['version']}"
    assert found.get("Attribution") == file.get("attribution") and found["Finished"] == file["finished"]
    wanted = {}
    for answer in file["answers"]:
        if answer["state"] != "blank":
            wanted["Answer", answer["item"]] = written(answer)
        if "comment" in answer:
            wanted["Comment", answer["item"]] = answer["comment"]
    assert found["entries"] == wanted, f"{found['entries']}\nis not {wanted}"


def send(stage, page, hand, questions):
    """The end: what is said of what is open; the file, the mail, the same words."""
    page.wait("!document.getElementById('end').hidden")
    open_ones = [at for at, question in enumerate(questions) if fill.planned(question, at)[0] == "blank"]
    listed = page.value("Array.from(document.querySelectorAll('#open-list a')).map(a => a.getAttribute('href'))")
    assert listed == [f"#q{at + 1}" for at in open_ones], f"{listed} is listed as open, not {open_ones}"
    said = page.value("document.getElementById('left').textContent")
    assert said.startswith(f"{len(open_ones)} questions" if len(open_ones) != 1 else "One question"), said
    hand.press("#end .sending .main")
    file = stage.saved()
    check_file(file, questions)
    text = page.value("document.getElementById('end-mail').value")
    check_mail(text, file)
    hand.press("#end .sending .main ~ button")
    page.wait("document.getElementById('end-copied').textContent !== ''")
    return file


def test_keys_alone(stage):
    page = stage.show(stage.form("keys", "0"))
    hand, questions = fill.Keys(page), questions_of(page)
    fill.open_form(hand, page)
    for at, question in enumerate(questions):
        fill.answer(hand, page, question, at)
    send(stage, page, hand, questions)


def test_touch_with_a_reload(stage):
    page = stage.show(stage.form("touch", "3", "pulse", "2026-12-12"), 360, 760)
    hand, questions = fill.Finger(page), questions_of(page)
    fill.open_form(hand, page, minutes=10)
    for at, question in enumerate(questions):
        if at == len(questions) // 2:
            before = page.value("JSON.stringify(draft.typed)")
            page.reload()
            assert page.value("JSON.stringify(draft.typed)") == before, "a reload loses answers"
        fill.answer(hand, page, question, at)
    page.wait("location.hash === '#end'")
    page.reload()
    send(stage, page, hand, questions)


def test_other_kinds(stage):
    """Several choices, numbers, days, and texts of a bank of one's own."""
    page = stage.show(stage.form("kinds", "0", "kinds"))
    hand, questions = fill.Keys(page), questions_of(page)
    assert {"multi", "number", "date"} < {question["kind"] for question in questions}
    fill.open_form(hand, page)
    for at, question in enumerate(questions):
        page.value(f"location.hash = 'q{at + 1}'")
        if question["kind"] in ("multi", "number", "date", "split"):
            fill.answer(hand, page, question, at)
    page.value("location.hash = 'end'")
    page.wait("!document.getElementById('end').hidden")
    hand.press("#end .sending .main")
    file = stage.saved()
    wanted = [fill.expected(q, at) for at, q in enumerate(questions) if q["kind"] in ("multi", "number", "date", "split")]
    assert [dict(answer, changed=None) for answer in file["answers"]] == [
        dict(answer, changed=None) for answer in wanted if answer], file["answers"]
    check_mail(page.value("document.getElementById('end-mail').value"), file)


def settle(page, view):
    page.value(f"go('{view}')")
    page.wait(f"!document.getElementById('{view}').hidden")


def agree(page, minutes=""):
    page.value("document.querySelector('[name=consent][value=yes]').click();"
               "document.querySelector('[name=attribution][value=named]').click();"
               f"document.getElementById('minutes').value = '{minutes}';"
               "document.querySelector('#opening .main').click()")
    page.wait("location.hash === '#q1'")


def read_back(stage, name, text):
    """What the program understands of a file, by item."""
    path = f"{stage.folder}/{name}"
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    out = stage.rekindle("sheet", "--read", path, "--json")
    return {answer["item"]: answer for answer in json.loads(out)["sheets"][0]["answers"]}


def test_read_back(stage):
    """The program reads from the file, the mail and a quoted mail what was answered."""
    stage.rekindle("import", DATA)
    path = f"{stage.folder}/sheet.html"
    stage.rekindle("sheet", "Phoenix Labs and GenTech Solutions", "--respondent", "Marit Solheim", "--format", "html", "-o", path)
    page = stage.show(path)
    agree(page)
    questions = questions_of(page)
    typed = {}
    for at, question in enumerate(questions):
        text = fill.TEXTS[at % len(fill.TEXTS)] if at % 3 else fill.HARD[at // 3 % len(fill.HARD)]
        value = text if question["kind"] == "text" else ""
        comment = "" if question["kind"] == "text" else text
        typed[question["item"]] = {"value": value, "state": "", "comment": comment, "changed": "2026-11-28T09:50:00.000Z"}
    page.value(f"draft.typed = {json.dumps(typed)}; makeFile()")
    file, text = page.value("fileText(file)"), page.value("document.getElementById('end-mail').value")
    given = {answer["item"]: answer for answer in json.loads(file)["answers"]}
    quoted = "From: a@example.org\nContent-Type: text/plain; charset=utf-8\n\nHere:\n" + "".join(
        f"> {line}\n" for line in text.split("\n"))
    for name, sent in (("back.json", file), ("back.txt", text), ("back.eml", quoted)):
        found = read_back(stage, name, sent)
        for item, answer in given.items():
            got = found[item]
            assert got.get("comment") == answer.get("comment"), (name, got, answer)
            assert got["state"] == answer["state"] and (answer["state"] != "answered" or got["answer"] == answer["text"]), (
                name, got, answer)
        assert len(found) == len(given)


def test_refusal(stage):
    """Without consent nothing is asked or kept, and there is a polite way to say so."""
    page = stage.show(stage.form("refusal", "0"))
    settle(page, "opening")
    page.value("location.hash = 'q3'")
    page.wait("!document.getElementById('opening').hidden")
    hand = fill.Keys(page)
    hand.press("#opening .main")
    assert page.value("document.getElementById('wrong-consent').textContent"), "a missing answer is not said"
    hand.choose("consent", "no")
    hand.press("#opening .main")
    page.wait("!document.getElementById('no').hidden")
    assert page.value("localStorage.length") == 0, "a draft is kept without consent"
    hand.press("#no .main")
    file = stage.saved()
    assert file["consent"] == "no" and file["answers"] == [] and "attribution" not in file
    check_mail(page.value("document.getElementById('no-mail').value"), file)


def test_short_of_time(stage):
    """The next question is what a session would go on with: the next main one that is open."""
    page = stage.show(stage.form("short", "0"))
    agree(page, minutes=3)
    questions = questions_of(page)
    main = [at for at, question in enumerate(questions) if question["core"]]
    for at in main[:4]:
        page.value("document.querySelector('section:not([hidden]) .moves .main').click()")
        page.wait(f"location.hash === '#q{at + 1}'")
    assert page.value("document.getElementById('told').textContent"), "a jump is not said"
    page.value("draft.minutes = '600'; document.querySelector('section:not([hidden]) .moves .main').click()")
    page.wait(f"location.hash === '#q{main[3] + 2}'")


def test_states_and_texts(stage):
    """A state holds instead of what is written; writing takes it back; so does the button."""
    page = stage.show(stage.form("states", "0"))
    agree(page)
    hand = fill.Keys(page)
    hand.write("#q1-value", "My part")
    hand.choose("q1-state", "dont_know")
    assert page.value("answerOf(sheet.questions[0], typedOf(sheet.questions[0])).state") == "dont_know"
    assert page.value("document.getElementById('q1-holds').textContent")
    page.value("document.getElementById('q1-value').focus()")
    page.type(" is large")
    assert page.value("answerOf(sheet.questions[0], typedOf(sheet.questions[0])).text") == "My part is large"
    hand.press("#q1 .clear")
    assert page.value("answerOf(sheet.questions[0], typedOf(sheet.questions[0]))") is None
    split = page.value("sheet.questions.findIndex(q => q.kind === 'split')")
    settle(page, f"q{split + 1}")
    hand.write(f"#q{split + 1}-strategy", "70")
    assert "70" in page.value(f"document.getElementById('q{split + 1}-sum').textContent")
    hand.write(f"#q{split + 1}-type", "4x")
    assert page.value(f"document.getElementById('q{split + 1}-wrong').textContent"), "4x passes for points"
    assert page.value(f"answerOf(sheet.questions[{split}], typedOf(sheet.questions[{split}])).value") == {"strategy": 70}
    page.value(f"goNext({split})")
    page.wait(f"document.getElementById('q{split + 1}').hidden")
    assert "make 70, not 100" in page.value("document.getElementById('told').textContent"), "Next says nothing of 70 points"
    settle(page, "end")
    assert "70" in page.value(f"document.querySelector('#open-list a[href=\"#q{split + 1}\"]').textContent")


def test_draft(stage):
    """Another window takes over what was written; the draft is deleted by hand, after a question."""
    path = stage.form("draft", "0")
    page = stage.show(path)
    agree(page)
    other = stage.browser.page(1280, 900, context=page.context)
    other.open(path)
    stage.pages.append(other)
    other.wait("draft.consent === 'yes'")  # what one window keeps gets to another in its own time
    settle(other, "q1")
    fill.Keys(other).write("#q1-value", "from another window")
    page.wait("document.getElementById('q1-value').value === 'from another window'")
    settle(page, "end")
    hand = fill.Keys(page)
    hand.press("#delete")
    assert page.value("localStorage.length") == 1
    hand.press("#sure .danger")
    page.wait("!document.getElementById('done').hidden")
    assert page.value("localStorage.length") == 0
    page.reload()
    assert page.value("document.getElementById('q1-value').value") == ""


def test_no_storage(stage):
    """A browser that keeps nothing says so, and the file can still be saved."""
    page = stage.show(stage.form("storage", "0"), before="Object.defineProperty(window, 'localStorage', "
                      "{ get: function () { throw new Error('no'); } });")
    agree(page)
    fill.Keys(page).write("#q1-value", "unkept")
    assert page.value("document.getElementById('kept').textContent && !document.getElementById('bar').hidden")
    settle(page, "end")
    fill.Keys(page).press("#end .sending .main")
    assert stage.saved()["answers"][0]["text"] == "unkept"


def views_of(questions):
    kinds = {}
    for at, question in enumerate(questions):
        kinds.setdefault(question["kind"], f"q{at + 1}")
    return ["opening", *kinds.values(), "end", "no", "done"]


def show_view(page, view):
    """Bring up a view with everything in it that can be opened."""
    if view in ("no", "done"):
        page.value("document.querySelectorAll('#page > section').forEach(s => { s.hidden = s.id !== '" + view + "'; });"
                   "document.getElementById('bar').hidden = true")
        return
    settle(page, view)
    page.value("document.querySelectorAll('details').forEach(d => { d.open = true; });"
               "Array.from(document.querySelectorAll('section:not([hidden]) .comment button')).forEach(b => b.click());"
               "(document.querySelector('section:not([hidden]) .option input') || document.body).click()")


def check_axe(page, where):
    """Every view at once: a run for each would take its time for the hidden ones, too."""
    page.value("document.querySelectorAll('[hidden]').forEach(e => { e.hidden = false; })")
    found = page.value("axe.run(document, " + json.dumps({"runOnly": AXE_RULES, "resultTypes": ["violations"]}) + ")"
                       ".then(r => r.violations.map(v => v.id + ': ' + v.nodes.map(n => n.html).join(' ')))")
    assert not found, f"axe at {where}: {found}"


def check_width(page, where):
    width = page.value("document.documentElement.scrollWidth - window.innerWidth")
    assert width <= 0, f"{where} is {width} pixels wider than the window"


def look_through(stage, path, width, height, dark):
    page, name = stage.show(path, width, height, dark), f"{width}-{'dark' if dark else 'light'}"
    agree(page)
    page.value(stage.axe + "; undefined")
    for view in views_of(questions_of(page)):
        show_view(page, view)
        check_width(page, f"{name}-{view}")
        if stage.pictures:
            page.picture(f"{stage.pictures}/{name}-{view}.png", whole=True)
    check_axe(page, name)


def test_axe(stage):
    path = stage.form("axe", "0", "pulse", "kinds", "2026-12-12")
    for width, height in SIZES:
        for dark in (False, True):
            look_through(stage, path, width, height, dark)


def test_narrow(stage):
    """320 pixels, which is what is left of 1280 at four times the size, and nothing to scroll sideways."""
    page = stage.show(stage.form("narrow", "0", "pulse", "kinds"), 320, 256)
    agree(page)
    for view in views_of(questions_of(page)):
        show_view(page, view)
        check_width(page, f"{view} at 320")


def test_paper(stage):
    """Printed it has every question with its anchors, and room to write."""
    page = stage.show(stage.form("paper", "0"))
    page.look("dark", media="print")
    seen = page.value("""sheet.questions.map(function (question, at) {
        const view = document.getElementById("q" + (at + 1)), shown = view.innerText;
        const paper = Array.from(view.querySelectorAll(".on-paper")).map(e => e.offsetHeight);
        return { all: [question.text, question.low, question.mid, question.high].every(t => !t || shown.includes(t)),
            rows: view.querySelectorAll(".option input").length, paper: paper,
            hidden: Array.from(view.querySelectorAll("button, textarea, .row")).every(e => e.offsetHeight === 0) };
    })""")
    for at, question in enumerate(seen):
        assert question["all"] and question["hidden"] and question["rows"] >= 3, (at, question)
        assert question["paper"] and all(height > 30 for height in question["paper"]), (at, question)
    assert page.value("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    path = f"{stage.pictures or stage.folder}/paper.pdf"
    page.printed(path)
    with open(path, "rb") as file:
        sheets = file.read().count(b"/Type /Page\n")
    assert 8 <= sheets <= 20, f"{sheets} sheets of paper"


def test_sentences(stage):
    """Each sentence that the page knows is said in its scripts, and none is missing there."""
    page = stage.show(stage.form("sentences", "0"))
    scripts = "".join(open(f"data/form/{name}.js", encoding="utf-8").read() for name in ("form", "answers"))
    composed = ["named", "role", "confidential", "open_list", "all_list"] + [f"state_{s}" for s in fill.STATES]
    known = page.value("Object.keys(sheet.say)")
    unsaid = [name for name in known if f'"{name}"' not in scripts and name not in composed]
    assert not unsaid, f"nobody says {unsaid}"
    assert page.value("fill('{n:zero=no|one={n} a|other={n} {m}}!', { n: 2, m: 'b' })") == "2 b!"
    assert page.value("[0, 1, 5].map(n => fill('{n:zero=none|one=one|other=many}', { n: n })).join()") == "none,one,many"
    assert page.value("checkOf('123456789')") == "29b1"


def test_faults_are_heard(stage):
    """A page that is not as it was made, or that asks for something, does not pass in silence."""
    with open(stage.form("faulty", "0"), encoding="utf-8") as file:
        text = file.read()
    policy = text[text.index("<meta http-equiv") : text.index("<meta name=\"viewport\"")]
    faults = {"changed": text.replace('"use strict";', '"use strict";;'),
              "image": text.replace("</main>", "</main><img src=\"file:///elsewhere.png\">"),
              "asking": text.replace(policy, "").replace("</main>", "</main><img src=\"http://127.0.0.1:9/x.png\">")}
    for name, changed in faults.items():
        assert changed != text
        path = f"{stage.folder}/faulty-{name}.html"
        with open(path, "w", encoding="utf-8") as file:
            file.write(changed)
        page = stage.browser.page(1280, 900)
        page.open(path)
        assert page.requests if name == "asking" else page.complaints, f"{name} is not heard"
    page = stage.show(stage.form("unnamed", "0", "pulse"))
    page.value(stage.axe + "; document.getElementById('page').appendChild(document.createElement('input')); undefined")
    try:
        check_axe(page, "a field without a name")
    except AssertionError:
        return
    raise AssertionError("axe lets a field without a name pass")


def main():
    browser, program, axe, folder = sys.argv[1:5]
    pictures = sys.argv[5] if len(sys.argv) > 5 else None
    tests = [(name, test) for name, test in globals().items() if name.startswith("test_")]
    wanted, failed = [(name, test) for name, test in tests if os.environ.get("FORM_TEST", "") in name], 0
    with Browser(browser, folder) as running:
        stage = Stage(running, program, axe, folder, pictures)
        for name, test in wanted:
            began = time.monotonic()
            try:
                test(stage)
                stage.quiet()
            except Exception:  # the others are tried all the same
                failed += 1
                stage.pages.clear()
                traceback.print_exc()
            print(f"form: {name} {time.monotonic() - began:.1f} s")
    print(f"form: {len(wanted) - failed} passed, {failed} failed")
    return 1 if failed else 0


sys.exit(main())
