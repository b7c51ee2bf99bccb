-- SPDX-License-Identifier: MIT
-- A record of a person that was made one with another's lies in the bin, and what was said in it is
-- the other's: who is to be forgotten is asked for by the other.

PRAGMA user_version = 17;

-- Key of the person whose record it is part of; negative once it was undeleted, which takes nothing
-- out of the other.
ALTER TABLE bin ADD COLUMN merged INTEGER;
