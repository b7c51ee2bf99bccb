-- SPDX-License-Identifier: MIT
-- The number by which people call an action of a plan: given once in an alliance and to nobody else
-- after, whatever becomes of the action. It is of this database, and does not travel: two copies of
-- an alliance that add an action each would give one number to both.

PRAGMA user_version = 20;

CREATE TABLE action_number (
	id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),  -- of the action
	alliance BLOB NOT NULL CHECK (length(alliance) = 16),  -- its id: keys do not outlive it
	number INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX action_number_alliance ON action_number (alliance, number);
