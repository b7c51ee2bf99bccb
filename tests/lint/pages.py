# SPDX-License-Identifier: MIT
# Man pages that mandoc has nothing to say about. usage: pages.py, in the tree's folder
import os
import subprocess

import tree


def check_page(name):
    result = subprocess.run(["mandoc", "-Tlint", "-W", "warning", name], cwd="man", capture_output=True, text=True,
                            check=False)
    return [f"man/{line.removeprefix('mandoc: ')}" for line in (result.stdout + result.stderr).splitlines()]


def main():
    tree.finish([line for name in sorted(os.listdir("man")) for line in check_page(name)])


main()
