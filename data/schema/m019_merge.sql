-- SPDX-License-Identifier: MIT
-- What a deletion says beside its time: of what the object is a part since, a person whose record
-- was made one with another's; or itself, once that was taken back. And of an action of the library
-- which one it was, whatever UUID it went by.

PRAGMA user_version = 19;

ALTER TABLE deleted ADD COLUMN into_id BLOB;
ALTER TABLE deleted ADD COLUMN library TEXT;
ALTER TABLE heard ADD COLUMN into_id BLOB;
ALTER TABLE heard ADD COLUMN library TEXT;
