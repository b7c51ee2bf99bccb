-- SPDX-License-Identifier: MIT
-- Keeps the chain of steps.

PRAGMA user_version = 4;
