# SPDX-License-Identifier: MIT
"""Chromium without a window, through the pipes of its debugging protocol; standard library alone.

with Browser(PROGRAM, FOLDER) as browser: page = browser.page(width, height); page.open(path) …
A page is offline: whatever it asks for but its own file stands in page.requests, its complaints in
page.complaints. FOLDER keeps the profile, and what is downloaded."""
import base64
import json
import os
import select
import subprocess
import time

WAIT = 20  # seconds until something that has to come is given up
KEYS = {"Tab": 9, "Enter": 13, " ": 32, "ArrowLeft": 37, "ArrowUp": 38, "ArrowRight": 39, "ArrowDown": 40}


class Browser:
    def __init__(self, program, folder):
        to, self.write = os.pipe()
        self.read, back = os.pipe()
        # The protocol has its pipes at descriptors 3 and 4: a shell puts them there.
        command = ["sh", "-c", f'exec "$@" 3<&{to} 4>&{back}', "sh", program, "--headless=new", "--no-sandbox", "--disable-gpu",
                   "--disable-dev-shm-usage", "--no-first-run", "--hide-scrollbars", "--remote-debugging-pipe",
                   "--disable-background-networking", f"--user-data-dir={folder}/profile", "about:blank"]
        self.log = open(f"{folder}/browser.log", "wb")
        self.process = subprocess.Popen(command, pass_fds=(to, back), stdin=subprocess.DEVNULL, stdout=self.log,
                                        stderr=self.log)
        os.close(to)
        os.close(back)
        self.folder, self.number, self.buffer, self.waiting, self.pages = folder, 0, b"", {}, {}

    def __enter__(self):
        return self

    def __exit__(self, *_):
        try:
            self.send("Browser.close")
            self.process.wait(WAIT)
        except (OSError, TimeoutError, subprocess.TimeoutExpired):
            self.process.kill()
        self.process.wait()
        self.log.close()

    def receive(self, until):
        """One message, or None when nothing comes before that time."""
        while b"\0" not in self.buffer:
            if not select.select([self.read], [], [], max(0, until - time.monotonic()))[0]:
                return None
            piece = os.read(self.read, 1 << 20)
            if not piece:
                raise OSError("the browser has gone: see " + self.log.name)
            self.buffer += piece
        message, _, self.buffer = self.buffer.partition(b"\0")
        return json.loads(message)

    def turn(self, until):
        """Take in one message: an answer is kept, an event goes to its page."""
        message = self.receive(until)
        if message is None:
            return False
        if "id" in message:
            self.waiting[message["id"]] = message
        else:
            page = self.pages.get(message.get("sessionId"))
            if page:
                page.hear(message["method"], message["params"])
        return True

    def send(self, method, session=None, **params):
        self.number += 1
        number, until = self.number, time.monotonic() + WAIT
        message = {"id": number, "method": method, "params": params}
        if session:
            message["sessionId"] = session
        os.write(self.write, json.dumps(message).encode() + b"\0")
        while number not in self.waiting:
            if not self.turn(until):
                raise TimeoutError(f"no answer to {method}")
        answer = self.waiting.pop(number)
        if "error" in answer:
            raise RuntimeError(f"{method}: {answer['error']['message']}")
        return answer["result"]

    def page(self, width, height, dark=False, touch=False, context=None):
        """A window of its own; of a context that is given, beside its others."""
        context = context or self.send("Target.createBrowserContext")["browserContextId"]
        target = self.send("Target.createTarget", url="about:blank", browserContextId=context)["targetId"]
        session = self.send("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        page = Page(self, session, target, context)
        self.pages[session] = page
        page.begin(width, height, dark, touch)
        return page


class Page:
    def __init__(self, browser, session, target, context):
        self.browser, self.session, self.target, self.context = browser, session, target, context
        self.requests, self.complaints, self.loads, self.address = [], [], 0, None

    def send(self, method, **params):
        return self.browser.send(method, self.session, **params)

    def begin(self, width, height, dark, touch):
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.send(f"{domain}.enable")
        self.send("Network.emulateNetworkConditions", offline=True, latency=0, downloadThroughput=-1, uploadThroughput=-1)
        self.send("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=touch)
        self.send("Emulation.setTouchEmulationEnabled", enabled=touch)
        self.look("dark" if dark else "light")
        self.browser.send("Browser.setDownloadBehavior", behavior="allow", browserContextId=self.context,
                          downloadPath=self.browser.folder)
        self.browser.send("Browser.grantPermissions", browserContextId=self.context,
                          permissions=["clipboardReadWrite", "clipboardSanitizedWrite"])

    def look(self, scheme, media=""):
        self.send("Emulation.setEmulatedMedia", media=media,
                  features=[{"name": "prefers-color-scheme", "value": scheme}])

    def hear(self, method, params):
        if method == "Network.requestWillBeSent":
            address = params["request"]["url"]
            # blob: is the answer file, data: what the browser draws its own controls with
            if address.split("#")[0] != self.address and not address.startswith(("blob:", "data:")):
                self.requests.append(address)
        elif method == "Runtime.exceptionThrown":
            details = params["exceptionDetails"]
            self.complaints.append(details.get("exception", {}).get("description", details["text"]))
        elif method == "Log.entryAdded" and params["entry"]["level"] != "verbose":
            self.complaints.append(params["entry"]["text"])
        elif method == "Runtime.consoleAPICalled":
            self.complaints.append(str(params["args"]))
        elif method == "Page.loadEventFired":
            self.loads += 1

    def loaded(self, what):
        before, until = self.loads, time.monotonic() + WAIT
        what()
        while self.loads == before:
            if not self.browser.turn(until):
                raise TimeoutError("the page does not load")

    def open(self, path):
        self.address = "file://" + os.path.abspath(path)
        self.loaded(lambda: self.send("Page.navigate", url=self.address))

    def reload(self):
        self.loaded(lambda: self.send("Page.reload"))

    def value(self, script):
        """What an expression is, awaited; exceptions fail."""
        result = self.send("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in result:
            raise RuntimeError(str(result["exceptionDetails"]))
        return result["result"].get("value")

    def wait(self, script):
        until = time.monotonic() + WAIT
        while not self.value(script):
            if time.monotonic() > until:
                raise TimeoutError(script)

    def key(self, key, shift=False):
        code = KEYS.get(key, ord(key.upper()[0]))
        text = {"Enter": "\r"}.get(key, key if len(key) == 1 else "")
        common = {"key": key, "windowsVirtualKeyCode": code, "modifiers": 8 if shift else 0}
        self.send("Input.dispatchKeyEvent", type="keyDown" if text else "rawKeyDown", text=text, **common)
        self.send("Input.dispatchKeyEvent", type="keyUp", **common)

    def type(self, text):
        self.send("Input.insertText", text=text)

    def tap(self, script):
        """Touch the middle of an element, which is brought into sight first."""
        x, y = self.value("(function (e) { e.scrollIntoView({block: 'center'}); const b = e.getBoundingClientRect();"
                          f"return [b.x + b.width / 2, b.y + b.height / 2]; }})({script})")
        self.send("Input.dispatchTouchEvent", type="touchStart", touchPoints=[{"x": x, "y": y}])
        self.send("Input.dispatchTouchEvent", type="touchEnd", touchPoints=[])

    def picture(self, path, whole=False):
        data = self.send("Page.captureScreenshot", captureBeyondViewport=whole)["data"]
        with open(path, "wb") as file:
            file.write(base64.b64decode(data))

    def printed(self, path):
        with open(path, "wb") as file:
            file.write(base64.b64decode(self.send("Page.printToPDF")["data"]))
