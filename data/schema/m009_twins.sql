-- SPDX-License-Identifier: MIT
-- Whether another row goes by the same derived UUID is asked with every row that is deleted: what
-- says which it is stands in the index beside what it belongs to.

PRAGMA user_version = 9;

DROP INDEX route_assessment;
CREATE INDEX route_assessment ON route (assessment, party, respondent);
DROP INDEX actual_kpi;
CREATE INDEX actual_kpi ON actual (kpi, date);
DROP INDEX checklist_assessment;
CREATE INDEX checklist_assessment ON checklist (assessment, row);
DROP INDEX contribution_assessment;
CREATE INDEX contribution_assessment ON contribution (assessment, party);
DROP INDEX success_assessment;
CREATE INDEX success_assessment ON success (assessment, party);
DROP INDEX gate_decision_assessment;
CREATE INDEX gate_decision_assessment ON gate_decision (assessment, number);
