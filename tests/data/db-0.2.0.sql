-- A database of rekindle 0.2.0, made by release.sh: rounds, a sitting, a sheet, a bin.
PRAGMA application_id = 1380664396;
PRAGMA user_version = 30;
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE instrument (
	key INTEGER PRIMARY KEY,
	id TEXT NOT NULL,
	version TEXT NOT NULL,
	content TEXT,           -- YAML; NULL: built into the program
	UNIQUE (id, version)
) STRICT;
INSERT INTO instrument VALUES(1,'core','1',NULL);
INSERT INTO instrument VALUES(2,'core','2',NULL);
CREATE TABLE item (
	key INTEGER PRIMARY KEY,
	instrument INTEGER NOT NULL REFERENCES instrument,
	id TEXT NOT NULL,
	UNIQUE (instrument, id)
) STRICT;
INSERT INTO item VALUES(1,1,'profile.name');
INSERT INTO item VALUES(2,1,'profile.started');
INSERT INTO item VALUES(3,1,'profile.type');
INSERT INTO item VALUES(4,1,'profile.ambitions');
INSERT INTO item VALUES(5,1,'profile.ends');
INSERT INTO item VALUES(6,1,'profile.notice');
INSERT INTO item VALUES(7,1,'profile.amendable');
INSERT INTO item VALUES(8,1,'profile.exit');
INSERT INTO item VALUES(9,1,'profile.breach');
INSERT INTO item VALUES(10,1,'profile.litigation');
INSERT INTO item VALUES(11,1,'profile.party');
INSERT INTO item VALUES(12,1,'profile.label');
INSERT INTO item VALUES(13,1,'profile.size');
INSERT INTO item VALUES(14,1,'profile.sponsor');
INSERT INTO item VALUES(15,1,'profile.stance');
INSERT INTO item VALUES(16,1,'profile.escalated');
INSERT INTO item VALUES(17,1,'selection.longlist');
INSERT INTO item VALUES(18,1,'selection.shortlist');
INSERT INTO item VALUES(19,1,'selection.criteria');
INSERT INTO item VALUES(20,1,'selection.reputation');
INSERT INTO item VALUES(21,1,'selection.capability');
INSERT INTO item VALUES(22,1,'selection.culture');
INSERT INTO item VALUES(23,1,'selection.strategy');
INSERT INTO item VALUES(24,1,'selection.operations');
INSERT INTO item VALUES(25,1,'governance.managers');
INSERT INTO item VALUES(26,1,'governance.mandate');
INSERT INTO item VALUES(27,1,'governance.steering');
INSERT INTO item VALUES(28,1,'governance.working_group');
INSERT INTO item VALUES(29,1,'governance.decision_rights');
INSERT INTO item VALUES(30,1,'governance.escalation');
INSERT INTO item VALUES(31,1,'governance.disputes');
INSERT INTO item VALUES(32,1,'governance.reporting');
INSERT INTO item VALUES(33,1,'governance.protocol');
INSERT INTO item VALUES(34,1,'governance.platform');
INSERT INTO item VALUES(35,1,'open.perceptions.part');
INSERT INTO item VALUES(36,1,'open.successes.best');
INSERT INTO item VALUES(37,1,'strategy.rationale.1');
INSERT INTO item VALUES(38,1,'strategy.rationale.2');
INSERT INTO item VALUES(39,1,'strategy.rationale.3');
INSERT INTO item VALUES(40,1,'strategy.objectives.1');
INSERT INTO item VALUES(41,1,'strategy.objectives.2');
INSERT INTO item VALUES(42,1,'strategy.objectives.3');
INSERT INTO item VALUES(43,1,'strategy.relevance.1');
INSERT INTO item VALUES(44,1,'strategy.relevance.2');
INSERT INTO item VALUES(45,1,'strategy.relevance.3');
INSERT INTO item VALUES(46,1,'strategy.sponsorship.1');
INSERT INTO item VALUES(47,1,'strategy.sponsorship.2');
INSERT INTO item VALUES(48,1,'strategy.sponsorship.3');
INSERT INTO item VALUES(49,1,'type.fit.1');
INSERT INTO item VALUES(50,1,'type.fit.2');
INSERT INTO item VALUES(51,1,'type.fit.3');
INSERT INTO item VALUES(52,1,'type.weight.1');
INSERT INTO item VALUES(53,1,'type.weight.2');
INSERT INTO item VALUES(54,1,'type.weight.3');
INSERT INTO item VALUES(55,1,'type.value.1');
INSERT INTO item VALUES(56,1,'type.value.2');
INSERT INTO item VALUES(57,1,'type.value.3');
INSERT INTO item VALUES(58,1,'type.terms.1');
INSERT INTO item VALUES(59,1,'type.terms.2');
INSERT INTO item VALUES(60,1,'type.terms.3');
INSERT INTO item VALUES(61,1,'partner.selection.1');
INSERT INTO item VALUES(62,1,'partner.selection.2');
INSERT INTO item VALUES(63,1,'partner.selection.3');
INSERT INTO item VALUES(64,1,'partner.complement.1');
INSERT INTO item VALUES(65,1,'partner.complement.2');
INSERT INTO item VALUES(66,1,'partner.complement.3');
INSERT INTO item VALUES(67,1,'partner.compatible.1');
INSERT INTO item VALUES(68,1,'partner.compatible.2');
INSERT INTO item VALUES(69,1,'partner.compatible.3');
INSERT INTO item VALUES(70,1,'partner.commitment.1');
INSERT INTO item VALUES(71,1,'partner.commitment.2');
INSERT INTO item VALUES(72,1,'partner.commitment.3');
INSERT INTO item VALUES(73,1,'management.governance.1');
INSERT INTO item VALUES(74,1,'management.governance.2');
INSERT INTO item VALUES(75,1,'management.governance.3');
INSERT INTO item VALUES(76,1,'management.coordination.1');
INSERT INTO item VALUES(77,1,'management.coordination.2');
INSERT INTO item VALUES(78,1,'management.coordination.3');
INSERT INTO item VALUES(79,1,'management.communication.1');
INSERT INTO item VALUES(80,1,'management.communication.2');
INSERT INTO item VALUES(81,1,'management.communication.3');
INSERT INTO item VALUES(82,1,'management.capability.1');
INSERT INTO item VALUES(83,1,'management.capability.2');
INSERT INTO item VALUES(84,1,'management.capability.3');
INSERT INTO item VALUES(85,1,'symptom.trust.1');
INSERT INTO item VALUES(86,1,'symptom.trust.2');
INSERT INTO item VALUES(87,1,'symptom.trust.3');
INSERT INTO item VALUES(88,1,'symptom.information.1');
INSERT INTO item VALUES(89,1,'symptom.information.2');
INSERT INTO item VALUES(90,1,'symptom.information.3');
INSERT INTO item VALUES(91,1,'results.perceived.1');
INSERT INTO item VALUES(92,1,'results.perceived.2');
INSERT INTO item VALUES(93,1,'results.perceived.3');
INSERT INTO item VALUES(94,1,'open.perceptions.purpose');
INSERT INTO item VALUES(95,1,'open.perceptions.year');
INSERT INTO item VALUES(96,1,'open.successes.routine');
INSERT INTO item VALUES(97,1,'open.perceptions.customers');
INSERT INTO item VALUES(98,1,'open.perceptions.outside');
INSERT INTO item VALUES(99,1,'open.frustrations.most');
INSERT INTO item VALUES(100,1,'open.frustrations.mirror');
INSERT INTO item VALUES(101,1,'open.frustrations.inside');
INSERT INTO item VALUES(102,1,'open.frustrations.handover');
INSERT INTO item VALUES(103,1,'open.frustrations.selling');
INSERT INTO item VALUES(104,1,'open.frustrations.sharing');
INSERT INTO item VALUES(105,1,'since.when');
INSERT INTO item VALUES(106,1,'split.causes');
INSERT INTO item VALUES(107,1,'open.ideas.one');
INSERT INTO item VALUES(108,1,'open.ideas.end');
INSERT INTO item VALUES(109,1,'open.ideas.quick');
INSERT INTO item VALUES(110,1,'open.ideas.offer');
INSERT INTO item VALUES(111,1,'open.ideas.rule');
INSERT INTO item VALUES(112,2,'profile.name');
INSERT INTO item VALUES(113,2,'profile.started');
INSERT INTO item VALUES(114,2,'profile.type');
INSERT INTO item VALUES(115,2,'profile.ambitions');
INSERT INTO item VALUES(116,2,'profile.ends');
INSERT INTO item VALUES(117,2,'profile.notice');
INSERT INTO item VALUES(118,2,'profile.amendable');
INSERT INTO item VALUES(119,2,'profile.exit');
INSERT INTO item VALUES(120,2,'profile.breach');
INSERT INTO item VALUES(121,2,'profile.litigation');
INSERT INTO item VALUES(122,2,'profile.party');
INSERT INTO item VALUES(123,2,'profile.label');
INSERT INTO item VALUES(124,2,'profile.headcount');
INSERT INTO item VALUES(125,2,'profile.sponsor');
INSERT INTO item VALUES(126,2,'profile.stance');
INSERT INTO item VALUES(127,2,'profile.escalated');
INSERT INTO item VALUES(128,2,'selection.longlist');
INSERT INTO item VALUES(129,2,'selection.shortlist');
INSERT INTO item VALUES(130,2,'selection.criteria');
INSERT INTO item VALUES(131,2,'selection.reputation');
INSERT INTO item VALUES(132,2,'selection.capability');
INSERT INTO item VALUES(133,2,'selection.culture');
INSERT INTO item VALUES(134,2,'selection.strategy');
INSERT INTO item VALUES(135,2,'selection.operations');
INSERT INTO item VALUES(136,2,'governance.managers');
INSERT INTO item VALUES(137,2,'governance.mandate');
INSERT INTO item VALUES(138,2,'governance.steering');
INSERT INTO item VALUES(139,2,'governance.working_group');
INSERT INTO item VALUES(140,2,'governance.decision_rights');
INSERT INTO item VALUES(141,2,'governance.escalation');
INSERT INTO item VALUES(142,2,'governance.disputes');
INSERT INTO item VALUES(143,2,'governance.reporting');
INSERT INTO item VALUES(144,2,'governance.protocol');
INSERT INTO item VALUES(145,2,'governance.platform');
INSERT INTO item VALUES(146,2,'open.perceptions.part');
INSERT INTO item VALUES(147,2,'open.successes.best');
INSERT INTO item VALUES(148,2,'strategy.rationale.4');
INSERT INTO item VALUES(149,2,'strategy.rationale.5');
INSERT INTO item VALUES(150,2,'strategy.rationale.6');
INSERT INTO item VALUES(151,2,'strategy.objectives.1');
INSERT INTO item VALUES(152,2,'strategy.objectives.4');
INSERT INTO item VALUES(153,2,'strategy.objectives.5');
INSERT INTO item VALUES(154,2,'strategy.relevance.4');
INSERT INTO item VALUES(155,2,'strategy.relevance.5');
INSERT INTO item VALUES(156,2,'strategy.relevance.6');
INSERT INTO item VALUES(157,2,'strategy.sponsorship.4');
INSERT INTO item VALUES(158,2,'strategy.sponsorship.5');
INSERT INTO item VALUES(159,2,'strategy.sponsorship.6');
INSERT INTO item VALUES(160,2,'type.fit.4');
INSERT INTO item VALUES(161,2,'type.fit.5');
INSERT INTO item VALUES(162,2,'type.fit.6');
INSERT INTO item VALUES(163,2,'type.weight.4');
INSERT INTO item VALUES(164,2,'type.weight.5');
INSERT INTO item VALUES(165,2,'type.weight.6');
INSERT INTO item VALUES(166,2,'type.value.4');
INSERT INTO item VALUES(167,2,'type.value.5');
INSERT INTO item VALUES(168,2,'type.value.6');
INSERT INTO item VALUES(169,2,'type.terms.4');
INSERT INTO item VALUES(170,2,'type.terms.5');
INSERT INTO item VALUES(171,2,'type.terms.6');
INSERT INTO item VALUES(172,2,'partner.selection.4');
INSERT INTO item VALUES(173,2,'partner.selection.5');
INSERT INTO item VALUES(174,2,'partner.selection.6');
INSERT INTO item VALUES(175,2,'partner.complement.4');
INSERT INTO item VALUES(176,2,'partner.complement.5');
INSERT INTO item VALUES(177,2,'partner.complement.6');
INSERT INTO item VALUES(178,2,'partner.compatible.4');
INSERT INTO item VALUES(179,2,'partner.compatible.5');
INSERT INTO item VALUES(180,2,'partner.compatible.6');
INSERT INTO item VALUES(181,2,'partner.commitment.4');
INSERT INTO item VALUES(182,2,'partner.commitment.5');
INSERT INTO item VALUES(183,2,'partner.commitment.6');
INSERT INTO item VALUES(184,2,'management.governance.4');
INSERT INTO item VALUES(185,2,'management.governance.5');
INSERT INTO item VALUES(186,2,'management.governance.3');
INSERT INTO item VALUES(187,2,'management.coordination.1');
INSERT INTO item VALUES(188,2,'management.coordination.4');
INSERT INTO item VALUES(189,2,'management.coordination.3');
INSERT INTO item VALUES(190,2,'management.communication.4');
INSERT INTO item VALUES(191,2,'management.communication.5');
INSERT INTO item VALUES(192,2,'management.communication.6');
INSERT INTO item VALUES(193,2,'management.capability.4');
INSERT INTO item VALUES(194,2,'management.capability.5');
INSERT INTO item VALUES(195,2,'management.capability.6');
INSERT INTO item VALUES(196,2,'symptom.trust.4');
INSERT INTO item VALUES(197,2,'symptom.trust.5');
INSERT INTO item VALUES(198,2,'symptom.trust.6');
INSERT INTO item VALUES(199,2,'symptom.information.4');
INSERT INTO item VALUES(200,2,'symptom.information.2');
INSERT INTO item VALUES(201,2,'symptom.information.5');
INSERT INTO item VALUES(202,2,'results.perceived.4');
INSERT INTO item VALUES(203,2,'results.perceived.2');
INSERT INTO item VALUES(204,2,'results.perceived.5');
INSERT INTO item VALUES(205,2,'open.perceptions.aim');
INSERT INTO item VALUES(206,2,'open.perceptions.course');
INSERT INTO item VALUES(207,2,'open.successes.smooth');
INSERT INTO item VALUES(208,2,'open.perceptions.clients');
INSERT INTO item VALUES(209,2,'open.perceptions.field');
INSERT INTO item VALUES(210,2,'open.frustrations.easier');
INSERT INTO item VALUES(211,2,'open.frustrations.mirror');
INSERT INTO item VALUES(212,2,'open.frustrations.effort');
INSERT INTO item VALUES(213,2,'open.frustrations.steps');
INSERT INTO item VALUES(214,2,'open.frustrations.offering');
INSERT INTO item VALUES(215,2,'open.frustrations.sharing');
INSERT INTO item VALUES(216,2,'since.duration');
INSERT INTO item VALUES(217,2,'open.perceptions.beyond');
INSERT INTO item VALUES(218,2,'split.points');
INSERT INTO item VALUES(219,2,'open.ideas.one');
INSERT INTO item VALUES(220,2,'open.ideas.more');
INSERT INTO item VALUES(221,2,'open.ideas.quick');
INSERT INTO item VALUES(222,2,'open.ideas.new');
INSERT INTO item VALUES(223,2,'open.ideas.rule');
CREATE TABLE alliance (
	key INTEGER PRIMARY KEY AUTOINCREMENT,
	id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
	name TEXT NOT NULL,
	started INTEGER,
	charter TEXT,           -- JSON object
	extra TEXT
, charter_steering TEXT, charter_steering_members TEXT, charter_working_group TEXT, charter_working_group_members TEXT, charter_project_teams TEXT, charter_project_teams_members TEXT, charter_channels TEXT, charter_response_times TEXT, charter_level_1 TEXT, charter_hours_1 INTEGER, charter_level_2 TEXT, charter_hours_2 INTEGER, charter_level_3 TEXT, charter_hours_3 INTEGER, charter_decision_rights TEXT, charter_disputes TEXT, charter_reports TEXT, charter_agreed INTEGER, changed INTEGER) STRICT;
INSERT INTO alliance VALUES(1,X'6d1c7a521f0e4f5b9c3a0a4f0c9a7e01','Phoenix',19783,NULL,'{"contract":{"lawyer":"unknown here"},"charter":{"purpose":"One product line","rules":["Bad news travels first"]},"mood":[1,2.5,null],"/":{"sent_by":{"program":"other","pi":3.141592653589793}}}','every two months','Ana Ruiz, Bo Berg',NULL,NULL,NULL,NULL,'one channel for what is urgent',NULL,'both leads',48,NULL,NULL,NULL,NULL,NULL,NULL,NULL,20787,NULL);
CREATE TABLE party (
	key INTEGER PRIMARY KEY AUTOINCREMENT,
	alliance INTEGER NOT NULL REFERENCES alliance DEFERRABLE INITIALLY DEFERRED,
	id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
	name TEXT NOT NULL,
	label TEXT,             -- NULL: the name
	ours INTEGER,
	extra TEXT
, changed INTEGER) STRICT;
INSERT INTO party VALUES(1,1,X'bb490f557fd181c2b37f6167aeb468d7','Apex Instruments Ltd','Apex',1,'{"colour":"#003366"}',NULL);
INSERT INTO party VALUES(2,1,X'cb5cd1ae3ae4869998ead6d62f6ca3d5','Borealis AG','Borealis',0,NULL,NULL);
CREATE TABLE person (
	key INTEGER PRIMARY KEY AUTOINCREMENT,
	alliance INTEGER NOT NULL REFERENCES alliance DEFERRABLE INITIALLY DEFERRED,
	id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
	party INTEGER NOT NULL REFERENCES party DEFERRABLE INITIALLY DEFERRED,
	role INTEGER NOT NULL,
	name TEXT,
	planned TEXT,           -- date, or date and time
	extra TEXT
, changed INTEGER, interviewee INTEGER) STRICT;
INSERT INTO person VALUES(1,1,X'767f0f24f19e8d0d8b9881e148aee308',1,0,'Ana Ruiz',NULL,NULL,1795863208308,NULL);
INSERT INTO person VALUES(2,1,X'ffb19dd069f98815bd12f1f9ee55c262',2,1,NULL,NULL,NULL,1795863208308,NULL);
INSERT INTO person VALUES(3,1,X'de11532946488dd0aca19f4b66f044c3',2,2,'Cem Öz',NULL,NULL,NULL,NULL);
INSERT INTO person VALUES(4,1,X'e94562b1e89d8aa2896d83d33c0785f9',2,0,'New Person',NULL,NULL,NULL,NULL);
INSERT INTO person VALUES(5,1,X'e04fddffffa983d391222d75b89fcd36',1,3,'Press Office',NULL,NULL,NULL,NULL);
INSERT INTO person VALUES(6,1,X'2fa976a38afd42ac89ea800ee8f3c655',2,2,'Łucja Öz',NULL,NULL,1795863208330,NULL);
CREATE TABLE assessment (
	key INTEGER PRIMARY KEY AUTOINCREMENT,
	alliance INTEGER NOT NULL REFERENCES alliance DEFERRABLE INITIALLY DEFERRED,
	id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
	instrument INTEGER NOT NULL REFERENCES instrument DEFERRABLE INITIALLY DEFERRED,
	kind INTEGER,
	title TEXT,
	date INTEGER,
	sealed INTEGER,
	objectives_agreed INTEGER,
	extra TEXT
, changed INTEGER, begun INTEGER) STRICT;
INSERT INTO assessment VALUES(1,1,X'd3c7afef9d868b4d8fe2409dbcf7b88b',1,NULL,'Before the board meeting',20777,20778,1,'{"checklists":{"selection":{"astrology":"no"}},"tags":{"a":{"b":["deep"]}}}',NULL,NULL);
INSERT INTO assessment VALUES(2,1,X'4affd842fa1e856aa5ae1a21dbb47872',1,2,NULL,20850,20878,NULL,NULL,1795863208300,NULL);
INSERT INTO assessment VALUES(3,1,X'a599a8aaf7fd4713af2205aeb8221917',2,1,NULL,20878,NULL,1,NULL,1795863208308,1795863208308);
CREATE TABLE respondent (
	key INTEGER PRIMARY KEY AUTOINCREMENT,
	assessment INTEGER NOT NULL REFERENCES assessment DEFERRABLE INITIALLY DEFERRED,
	id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
	person INTEGER REFERENCES person DEFERRABLE INITIALLY DEFERRED,
	party INTEGER NOT NULL REFERENCES party DEFERRABLE INITIALLY DEFERRED,
	role INTEGER NOT NULL,
	name TEXT,
	attribution INTEGER,
	date INTEGER,
	consent INTEGER,
	minutes INTEGER,
	extra TEXT
, changed INTEGER) STRICT;
INSERT INTO respondent VALUES(1,1,X'34ef15b9d3938e3681c755e68f79ee05',1,1,0,NULL,2,20741,1,45,NULL,NULL);
INSERT INTO respondent VALUES(2,1,X'e9e1f8c7c92c8e14932e9ac3cab6eaae',2,2,1,NULL,1,NULL,NULL,NULL,NULL,NULL);
INSERT INTO respondent VALUES(3,1,X'4ea6330cdb3b8c19be2edd8b4ebe1c8a',3,2,2,'Cem Öz',NULL,NULL,NULL,NULL,'{"shoe":43}',NULL);
INSERT INTO respondent VALUES(4,2,X'2e5892fac7ec8e41802e3d87850e594d',1,1,0,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO respondent VALUES(5,3,X'bd45f5028b8249c6904342e8e3372936',6,2,2,'Łucja Öz',NULL,20878,1,45,NULL,1795863208334);
CREATE TABLE route (
	key INTEGER PRIMARY KEY AUTOINCREMENT,
	assessment INTEGER NOT NULL REFERENCES assessment DEFERRABLE INITIALLY DEFERRED,
	party INTEGER NOT NULL REFERENCES party DEFERRABLE INITIALLY DEFERRED,
	respondent INTEGER REFERENCES respondent DEFERRABLE INITIALLY DEFERRED,
	own_resources INTEGER,
	tradability INTEGER,
	closeness INTEGER,
	integration INTEGER,
	extra TEXT
, changed INTEGER) STRICT;
INSERT INTO route VALUES(1,1,1,1,1,2,4,5,NULL,NULL);
INSERT INTO route VALUES(2,1,2,NULL,3,NULL,NULL,NULL,NULL,NULL);
CREATE TABLE objective (
	key INTEGER PRIMARY KEY AUTOINCREMENT,
	assessment INTEGER NOT NULL REFERENCES assessment DEFERRABLE INITIALLY DEFERRED,
	id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
	text TEXT NOT NULL,
	measure TEXT,
	baseline TEXT,
	target TEXT,
	due INTEGER,
	result INTEGER,
	why TEXT,
	extra TEXT
, changed INTEGER) STRICT;
INSERT INTO objective VALUES(1,1,X'c25ca5a409d58244b34e3578da94e9e1','Sell more','Turnover','10.5','0',20849,1,'Late start',NULL,NULL);
INSERT INTO objective VALUES(2,1,X'9e0d07f5b5ea4f0f959805b2415eaa23','Learn',NULL,'little','a lot',NULL,NULL,NULL,NULL,NULL);
INSERT INTO objective VALUES(3,3,X'605ae98b5abd46cbb3cc980e85406e86','Sell more','Turnover','10.5','0',20849,1,'Late start',NULL,1795863208319);
INSERT INTO objective VALUES(4,3,X'414f8fdab76f4cf9a1e3b46b3a24e05b','Learn',NULL,'little','a lot',NULL,NULL,NULL,NULL,1795863208319);
CREATE TABLE actual (
	key INTEGER PRIMARY KEY AUTOINCREMENT,
	kpi INTEGER NOT NULL REFERENCES kpi DEFERRABLE INITIALLY DEFERRED,
	date INTEGER NOT NULL,
	value REAL NOT NULL,
	extra TEXT
, changed INTEGER) STRICT;
INSERT INTO actual VALUES(1,1,20543,97.099999999999994319,'{"source":"ledger"}',NULL);
INSERT INTO actual VALUES(2,1,20543,96.0,NULL,NULL);
CREATE TABLE process (
	key INTEGER PRIMARY KEY AUTOINCREMENT,
	assessment INTEGER NOT NULL REFERENCES assessment DEFERRABLE INITIALLY DEFERRED,
	id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
	step TEXT NOT NULL,
	party INTEGER REFERENCES party DEFERRABLE INITIALLY DEFERRED,
	problem INTEGER,
	note TEXT,
	extra TEXT
, changed INTEGER, place INTEGER) STRICT;
INSERT INTO process VALUES(1,1,X'5d0f6c28cf838b0eae365c765aa9dcd9','Hand over',1,0,'Two weeks',NULL,NULL,NULL);
INSERT INTO process VALUES(2,3,X'aba2ef344516439abdcc3857f1a9e993','Hand over',1,0,'Two weeks',NULL,1795863208319,NULL);
CREATE TABLE checklist (
	key INTEGER PRIMARY KEY AUTOINCREMENT,
	assessment INTEGER NOT NULL REFERENCES assessment DEFERRABLE INITIALLY DEFERRED,
	row INTEGER NOT NULL,
	value INTEGER,          -- NULL: unknown
	extra TEXT
, changed INTEGER) STRICT;
INSERT INTO checklist VALUES(1,1,0,0,NULL,NULL);
INSERT INTO checklist VALUES(2,1,5,3,NULL,NULL);
INSERT INTO checklist VALUES(3,1,8,1,NULL,NULL);
INSERT INTO checklist VALUES(4,1,17,2,NULL,NULL);
INSERT INTO checklist VALUES(5,3,0,0,NULL,1795863208319);
INSERT INTO checklist VALUES(6,3,5,3,NULL,1795863208319);
INSERT INTO checklist VALUES(7,3,8,1,NULL,1795863208319);
INSERT INTO checklist VALUES(8,3,17,2,NULL,1795863208319);
CREATE TABLE risk (
	key INTEGER PRIMARY KEY AUTOINCREMENT,
	assessment INTEGER NOT NULL REFERENCES assessment DEFERRABLE INITIALLY DEFERRED,
	id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
	text TEXT NOT NULL,
	party INTEGER REFERENCES party DEFERRABLE INITIALLY DEFERRED,
	likelihood TEXT,
	effect TEXT,
	response TEXT,
	owner TEXT,
	extra TEXT
, changed INTEGER) STRICT;
INSERT INTO risk VALUES(1,1,X'b07adea7ca47875b847ac7ce37a94986','Key man leaves',2,'3','large','Second man','Ana',NULL,NULL);
INSERT INTO risk VALUES(2,3,X'f8a20601e8a045cf918b7e0c046e74da','Key man leaves',2,'3','large','Second man','Ana',NULL,1795863208319);
CREATE TABLE incident (
	key INTEGER PRIMARY KEY AUTOINCREMENT,
	assessment INTEGER NOT NULL REFERENCES assessment DEFERRABLE INITIALLY DEFERRED,
	id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
	date INTEGER,
	party INTEGER REFERENCES party DEFERRABLE INITIALLY DEFERRED,
	what TEXT NOT NULL,
	consequence TEXT,
	repaired INTEGER,
	extra TEXT
, changed INTEGER) STRICT;
INSERT INTO incident VALUES(1,1,X'95567021e0818f9fa2da70989ff6cac8',20578,2,'Missed shipment','Line stood still',0,NULL,NULL);
INSERT INTO incident VALUES(2,3,X'bb9e74d98bc846c5aed47edc50e1b39b',20578,2,'Missed shipment','Line stood still',0,NULL,1795863208319);
CREATE TABLE contribution (
	key INTEGER PRIMARY KEY AUTOINCREMENT,
	assessment INTEGER NOT NULL REFERENCES assessment DEFERRABLE INITIALLY DEFERRED,
	party INTEGER NOT NULL REFERENCES party DEFERRABLE INITIALLY DEFERRED,
	brings TEXT,
	would_lose TEXT,
	extra TEXT
, changed INTEGER) STRICT;
INSERT INTO contribution VALUES(1,1,1,'Plant','2 M a year',NULL,NULL);
INSERT INTO contribution VALUES(2,3,1,'Plant','2 M a year',NULL,1795863208319);
CREATE TABLE note (
	key INTEGER PRIMARY KEY AUTOINCREMENT,
	assessment INTEGER NOT NULL REFERENCES assessment DEFERRABLE INITIALLY DEFERRED,
	id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
	at INTEGER,
	text TEXT NOT NULL,
	filed TEXT,             -- NULL: still in the inbox
	extra TEXT
, changed INTEGER) STRICT;
INSERT INTO note VALUES(1,1,X'29d04e33e60f8a48afe1d6182bd370b6',1763640000002,'Ask about travel','risk',NULL,NULL);
INSERT INTO note VALUES(2,3,X'0e903a9c187b4b47b77acc276517d64b',1795863208354,'Asked for the figures again.',NULL,NULL,1795863208354);
CREATE TABLE change (
	seq INTEGER PRIMARY KEY,
	at INTEGER,
	scope INTEGER,          -- assessment whose undo it belongs to, 0 none
	back INTEGER,           -- distance to the group before it in the same scope
	kind INTEGER NOT NULL,
	key INTEGER NOT NULL,   -- of the row; for an answer its respondent
	item INTEGER,           -- of an answer
	old TEXT,
	new TEXT,
	target INTEGER,         -- group that this one undoes, or, negative, does again
	what TEXT
, session INTEGER) STRICT;
INSERT INTO change VALUES(1,1795863208280,NULL,NULL,2,1,NULL,NULL,'x6d1c7a521f0e4f5b9c3a0a4f0c9a7e01,"{""contract"":{""lawyer"":""unknown here""},""charter"":{""purpose"":""One product line"",""rules"":[""Bad news travels first""]},""mood"":[1,2.5,null],""/"":{""sent_by"":{""program"":""other"",""pi"":3.141592653589793}}}","Phoenix",19783,,"every two months","Ana Ruiz, Bo Berg",,,,,"one channel for what is urgent",,"both leads",48,,,,,,,,20787',NULL,'import',1);
INSERT INTO change VALUES(2,NULL,NULL,NULL,3,1,NULL,NULL,'1,xbb490f557fd181c2b37f6167aeb468d7,"{""colour"":""#003366""}","Apex Instruments Ltd","Apex",1',NULL,NULL,NULL);
INSERT INTO change VALUES(3,NULL,NULL,NULL,3,2,NULL,NULL,'1,xcb5cd1ae3ae4869998ead6d62f6ca3d5,,"Borealis AG","Borealis",0',NULL,NULL,NULL);
INSERT INTO change VALUES(4,NULL,NULL,NULL,5,1,NULL,NULL,'1,xd3c7afef9d868b4d8fe2409dbcf7b88b,"{""checklists"":{""selection"":{""astrology"":""no""}},""tags"":{""a"":{""b"":[""deep""]}}}",1,,"Before the board meeting",20777,20778,1',NULL,NULL,NULL);
INSERT INTO change VALUES(5,NULL,NULL,NULL,4,1,NULL,NULL,'1,x767f0f24f19e8d0d8b9881e148aee308,,1,0,"Ana Ruiz","2026-10-15T16:00"',NULL,NULL,NULL);
INSERT INTO change VALUES(6,NULL,NULL,NULL,4,2,NULL,NULL,'1,xffb19dd069f98815bd12f1f9ee55c262,,2,1,,"2026-10-16"',NULL,NULL,NULL);
INSERT INTO change VALUES(7,NULL,NULL,NULL,4,3,NULL,NULL,'1,xde11532946488dd0aca19f4b66f044c3,,2,2,"Cem Öz"',NULL,NULL,NULL);
INSERT INTO change VALUES(8,NULL,NULL,NULL,4,4,NULL,NULL,'1,xe94562b1e89d8aa2896d83d33c0785f9,,2,0,"New Person"',NULL,NULL,NULL);
INSERT INTO change VALUES(9,NULL,NULL,NULL,4,5,NULL,NULL,'1,xe04fddffffa983d391222d75b89fcd36,,1,3,"Press Office"',NULL,NULL,NULL);
INSERT INTO change VALUES(10,NULL,NULL,NULL,30,1,NULL,NULL,replace('1,xc8a258ca520f8816a68e898ac060e902,"{""room"":""3.14""}",1763640000005,"steering committee","One budget for both plants","Ana takes the minutes\nNext in May"','\n',char(10)),NULL,NULL,NULL);
INSERT INTO change VALUES(11,NULL,NULL,NULL,31,1,NULL,NULL,'1,xd4d2b4dc91d6887c89acf6f6f6f41c9b,,20605,20624,2,"Crane late"',NULL,NULL,NULL);
INSERT INTO change VALUES(12,NULL,NULL,NULL,31,2,NULL,NULL,'1,x0dc9af58e9b84d33a26dfc342140bcaf,,,,,"Nobody answers for the interface"',NULL,NULL,NULL);
INSERT INTO change VALUES(13,NULL,NULL,NULL,32,1,NULL,NULL,'1,"{""why"":""works holidays""}",1,20808,20824',NULL,NULL,NULL);
INSERT INTO change VALUES(14,NULL,NULL,NULL,32,2,NULL,NULL,'1,,2,20574,,1',NULL,NULL,NULL);
INSERT INTO change VALUES(15,NULL,NULL,NULL,9,1,NULL,NULL,replace('1,x4df87e36194c8b87b5df516fe6d45b7d,"{""owner"":""nobody""}",0,"Savings","EUR",1,20454,100,r4054100000000000,20818,"Apex\nBorealis"','\n',char(10)),NULL,NULL,NULL);
INSERT INTO change VALUES(16,NULL,NULL,NULL,9,2,NULL,NULL,'1,x8031a6c2b9954064aa411e1f29764bc0,,3,"Patents"',NULL,NULL,NULL);
INSERT INTO change VALUES(17,NULL,NULL,NULL,10,1,NULL,NULL,'"{""source"":""ledger""}",1,20543,r4058466666666666',NULL,NULL,NULL);
INSERT INTO change VALUES(18,NULL,NULL,NULL,10,2,NULL,NULL,',1,20543,96',NULL,NULL,NULL);
INSERT INTO change VALUES(19,NULL,NULL,NULL,25,1,NULL,NULL,'1,"{""workshop"":{""mood"":""calm""}}",xd3c7afef9d868b4d8fe2409dbcf7b88b,20794,6,18,20802,"two of four","a second market","fewer people"',NULL,NULL,NULL);
INSERT INTO change VALUES(20,NULL,NULL,NULL,18,1,NULL,NULL,'1,x09bce1b81f4b84f4a7b48946d6f7eecd,"{""colour"":""red""}","First sale","units","0","50",21215,"agreed by all"',NULL,NULL,NULL);
INSERT INTO change VALUES(21,NULL,NULL,NULL,19,1,NULL,NULL,'1,x5975555269dd882481eb25bc9ed120a7,"{""mark"":1}","collect_facts",,,,,,,,,,,20794,20805,,1,,3,,20804,"went well",1,"killer.objectives",,,,,xd3c7afef9d868b4d8fe2409dbcf7b88b',NULL,NULL,NULL);
INSERT INTO change VALUES(22,NULL,NULL,NULL,19,2,NULL,NULL,'1,xf41453da5e0d8a5788b7a28023bf547b,,"confirm_mandate",,"Ask both boards",,,,,,,,,20801,20826,1,1,,2,"no date yet",,,,,1,,,,xd3c7afef9d868b4d8fe2409dbcf7b88b',NULL,NULL,NULL);
INSERT INTO change VALUES(23,NULL,NULL,NULL,19,3,NULL,NULL,'1,x9f000000000040008000000000000001,,,5,"Print the brochure",,"printed",,,,,,1,20829,20840,,1,,,,,,,,,,,,xd3c7afef9d868b4d8fe2409dbcf7b88b',NULL,NULL,NULL);
INSERT INTO change VALUES(24,NULL,NULL,NULL,20,1,NULL,NULL,',3,5',NULL,NULL,NULL);
INSERT INTO change VALUES(25,NULL,NULL,NULL,21,1,NULL,NULL,',1,4',NULL,NULL,NULL);
INSERT INTO change VALUES(26,NULL,NULL,NULL,22,1,NULL,NULL,'1,,1,"one product sold"',NULL,NULL,NULL);
INSERT INTO change VALUES(27,NULL,NULL,NULL,22,2,NULL,NULL,'1,,2,"costs met"',NULL,NULL,NULL);
INSERT INTO change VALUES(28,NULL,NULL,NULL,23,1,NULL,NULL,'1,"{""seal"":true}",1,0,20823,"both signed",,xd3c7afef9d868b4d8fe2409dbcf7b88b',NULL,NULL,NULL);
INSERT INTO change VALUES(29,NULL,NULL,NULL,24,1,NULL,NULL,'1,xaad313c83fce4cb9b1a63018adb6bbe8,"{""page"":4}","Exit terms by quarter","aspect.type.terms",0',NULL,NULL,NULL);
INSERT INTO change VALUES(30,NULL,NULL,NULL,26,1,NULL,NULL,replace('1,,"joint_rnd","joint_innovation\nmarket_access",20877,90,1,"Six months, stock bought back at cost.",0,0','\n',char(10)),NULL,NULL,NULL);
INSERT INTO change VALUES(31,NULL,NULL,NULL,27,1,NULL,NULL,'1,,1,3,1',NULL,NULL,NULL);
INSERT INTO change VALUES(32,NULL,NULL,NULL,27,2,NULL,NULL,'1,,2,0,0,2,1',NULL,NULL,NULL);
INSERT INTO change VALUES(33,NULL,NULL,NULL,6,1,NULL,NULL,'1,x34ef15b9d3938e3681c755e68f79ee05,,1,1,0,,2,20741,1,45',NULL,NULL,NULL);
INSERT INTO change VALUES(34,NULL,NULL,NULL,6,2,NULL,NULL,'1,xe9e1f8c7c92c8e14932e9ac3cab6eaae,,2,2,1,,1',NULL,NULL,NULL);
INSERT INTO change VALUES(35,NULL,NULL,NULL,6,3,NULL,NULL,'1,x4ea6330cdb3b8c19be2edd8b4ebe1c8a,"{""shoe"":43}",3,2,2,"Cem Öz"',NULL,NULL,NULL);
INSERT INTO change VALUES(36,NULL,NULL,NULL,1,1,37,NULL,'"{""weather"":{""sun"":true}}",0,4,1763640000000,1,,,"c","q","e"',NULL,NULL,NULL);
INSERT INTO change VALUES(37,NULL,NULL,NULL,1,1,38,NULL,',1,,1763640000001',NULL,NULL,NULL);
INSERT INTO change VALUES(38,NULL,NULL,NULL,1,1,35,NULL,',0,,,,"I pay for it."',NULL,NULL,NULL);
INSERT INTO change VALUES(39,NULL,NULL,NULL,1,2,106,NULL,',0,"10 20.5 0 69.5"',NULL,NULL,NULL);
INSERT INTO change VALUES(40,NULL,NULL,NULL,1,3,43,NULL,',2,,,,,"new here"',NULL,NULL,NULL);
INSERT INTO change VALUES(41,NULL,NULL,NULL,1,3,37,NULL,',0,3,2',NULL,NULL,NULL);
INSERT INTO change VALUES(42,NULL,NULL,NULL,7,1,NULL,NULL,'1,,1,1,1,2,4,5',NULL,NULL,NULL);
INSERT INTO change VALUES(43,NULL,NULL,NULL,7,2,NULL,NULL,'1,,2,,3',NULL,NULL,NULL);
INSERT INTO change VALUES(44,NULL,NULL,NULL,8,1,NULL,NULL,'1,xc25ca5a409d58244b34e3578da94e9e1,,"Sell more","Turnover","10.5","0",20849,1,"Late start"',NULL,NULL,NULL);
INSERT INTO change VALUES(45,NULL,NULL,NULL,8,2,NULL,NULL,'1,x9e0d07f5b5ea4f0f959805b2415eaa23,,"Learn",,"little","a lot"',NULL,NULL,NULL);
INSERT INTO change VALUES(46,NULL,NULL,NULL,11,1,NULL,NULL,'1,x5d0f6c28cf838b0eae365c765aa9dcd9,,"Hand over",1,0,"Two weeks"',NULL,NULL,NULL);
INSERT INTO change VALUES(47,NULL,NULL,NULL,12,1,NULL,NULL,'1,,0,0',NULL,NULL,NULL);
INSERT INTO change VALUES(48,NULL,NULL,NULL,12,2,NULL,NULL,'1,,5,3',NULL,NULL,NULL);
INSERT INTO change VALUES(49,NULL,NULL,NULL,12,3,NULL,NULL,'1,,8,1',NULL,NULL,NULL);
INSERT INTO change VALUES(50,NULL,NULL,NULL,12,4,NULL,NULL,'1,,17,2',NULL,NULL,NULL);
INSERT INTO change VALUES(51,NULL,NULL,NULL,13,1,NULL,NULL,'1,xb07adea7ca47875b847ac7ce37a94986,,"Key man leaves",2,"3","large","Second man","Ana"',NULL,NULL,NULL);
INSERT INTO change VALUES(52,NULL,NULL,NULL,33,1,NULL,NULL,'1,x1153447c913488c98c58f39212420b0a,"{""source"":""press""}",20514,9,2,"Borealis signs with Cygnus","Fewer people on the line"',NULL,NULL,NULL);
INSERT INTO change VALUES(53,NULL,NULL,NULL,33,2,NULL,NULL,'1,x61f1ee541e774a8e8a36989e7681b402,,,,,"New rules for batteries"',NULL,NULL,NULL);
INSERT INTO change VALUES(54,NULL,NULL,NULL,14,1,NULL,NULL,'1,x95567021e0818f9fa2da70989ff6cac8,,20578,2,"Missed shipment","Line stood still",0',NULL,NULL,NULL);
INSERT INTO change VALUES(55,NULL,NULL,NULL,15,1,NULL,NULL,'1,,1,"Plant","2 M a year"',NULL,NULL,NULL);
INSERT INTO change VALUES(56,NULL,NULL,NULL,16,1,NULL,NULL,'1,x29d04e33e60f8a48afe1d6182bd370b6,,1763640000002,"Ask about travel","risk"',NULL,NULL,NULL);
INSERT INTO change VALUES(57,NULL,NULL,NULL,17,1,NULL,NULL,'1,xfbd72d29d468819686f7e4f4d4a2fb5f,,"First plant on line",20634,20679,"Crane late"',NULL,NULL,NULL);
INSERT INTO change VALUES(58,NULL,NULL,NULL,17,2,NULL,NULL,'1,xe86c45e89a764838aabde22cb2783122,"{""colour"":""amber""}","Second plant on line",20999',NULL,NULL,NULL);
INSERT INTO change VALUES(59,NULL,NULL,NULL,28,1,NULL,NULL,replace('1,"{""owner"":""nobody""}",xccb87f4b03248769880708671b6aaaf6,0,"Savings","EUR",1,20454,100,r4054100000000000,20818,"Apex\nBorealis"','\n',char(10)),NULL,NULL,NULL);
INSERT INTO change VALUES(60,NULL,NULL,NULL,28,2,NULL,NULL,'1,,x9663c7f0b34a840fa9aa852dd6e8067c,3,"Patents"',NULL,NULL,NULL);
INSERT INTO change VALUES(61,NULL,NULL,NULL,29,1,NULL,NULL,'"{""source"":""ledger""}",1,20543,r4058466666666666',NULL,NULL,NULL);
INSERT INTO change VALUES(62,NULL,NULL,NULL,29,2,NULL,NULL,',1,20543,96',NULL,NULL,NULL);
INSERT INTO change VALUES(63,NULL,NULL,NULL,5,2,NULL,NULL,'1,x4affd842fa1e856aa5ae1a21dbb47872,,1,2,,20850',NULL,NULL,NULL);
INSERT INTO change VALUES(64,NULL,NULL,NULL,26,2,NULL,NULL,replace('2,,"joint_rnd","joint_innovation\nmarket_access",20877,90,1,"Six months, stock bought back at cost.",0,0','\n',char(10)),NULL,NULL,NULL);
INSERT INTO change VALUES(65,NULL,NULL,NULL,27,3,NULL,NULL,'2,,1,3,1',NULL,NULL,NULL);
INSERT INTO change VALUES(66,NULL,NULL,NULL,27,4,NULL,NULL,'2,,2,0,0,2,1',NULL,NULL,NULL);
INSERT INTO change VALUES(67,NULL,NULL,NULL,6,4,NULL,NULL,'2,x2e5892fac7ec8e41802e3d87850e594d,,1,1,0',NULL,NULL,NULL);
INSERT INTO change VALUES(68,NULL,NULL,NULL,1,4,37,NULL,',0,5',NULL,NULL,NULL);
INSERT INTO change VALUES(69,1795863208300,NULL,NULL,5,2,NULL,'1,x4affd842fa1e856aa5ae1a21dbb47872,,1,2,,20850','1,x4affd842fa1e856aa5ae1a21dbb47872,,1,2,,20850,20878,,@',NULL,NULL,2);
INSERT INTO change VALUES(70,NULL,NULL,NULL,28,3,NULL,NULL,replace('2,"{""owner"":""nobody""}",x4df87e36194c8b87b5df516fe6d45b7d,0,"Savings","EUR",1,20454,100,r4054100000000000,20818,"Apex\nBorealis",@','\n',char(10)),NULL,NULL,NULL);
INSERT INTO change VALUES(71,NULL,NULL,NULL,28,4,NULL,NULL,'2,,x8031a6c2b9954064aa411e1f29764bc0,3,"Patents",,,,,,,,@',NULL,NULL,NULL);
INSERT INTO change VALUES(72,NULL,NULL,NULL,29,3,NULL,NULL,'"{""source"":""ledger""}",3,20543,r4058466666666666,@',NULL,NULL,NULL);
INSERT INTO change VALUES(73,NULL,NULL,NULL,29,4,NULL,NULL,',3,20543,96,@',NULL,NULL,NULL);
INSERT INTO change VALUES(74,1795863208308,1,NULL,4,1,NULL,'1,x767f0f24f19e8d0d8b9881e148aee308,,1,0,"Ana Ruiz","2026-10-15T16:00"','1,x767f0f24f19e8d0d8b9881e148aee308,,1,0,"Ana Ruiz",,@',NULL,'follow-up round begun',3);
INSERT INTO change VALUES(75,NULL,NULL,NULL,4,2,NULL,'1,xffb19dd069f98815bd12f1f9ee55c262,,2,1,,"2026-10-16"','1,xffb19dd069f98815bd12f1f9ee55c262,,2,1,,,@',NULL,NULL,NULL);
INSERT INTO change VALUES(76,NULL,NULL,NULL,5,3,NULL,NULL,'1,xa599a8aaf7fd4713af2205aeb8221917,,2,1,,20878,,1,@,1795863208308',NULL,NULL,NULL);
INSERT INTO change VALUES(77,NULL,NULL,NULL,26,3,NULL,NULL,replace('3,,"joint_rnd","joint_innovation\nmarket_access",20877,90,1,"Six months, stock bought back at cost.",0,0,,,@','\n',char(10)),NULL,NULL,NULL);
INSERT INTO change VALUES(78,NULL,NULL,NULL,27,5,NULL,NULL,'3,,1,3,1,,,@',NULL,NULL,NULL);
INSERT INTO change VALUES(79,NULL,NULL,NULL,27,6,NULL,NULL,'3,,2,0,0,2,1,@',NULL,NULL,NULL);
INSERT INTO change VALUES(80,NULL,NULL,NULL,8,3,NULL,NULL,'3,x605ae98b5abd46cbb3cc980e85406e86,,"Sell more","Turnover","10.5","0",20849,1,"Late start",@',NULL,NULL,NULL);
INSERT INTO change VALUES(81,NULL,NULL,NULL,8,4,NULL,NULL,'3,x414f8fdab76f4cf9a1e3b46b3a24e05b,,"Learn",,"little","a lot",,,,@',NULL,NULL,NULL);
INSERT INTO change VALUES(82,NULL,NULL,NULL,11,2,NULL,NULL,'3,xaba2ef344516439abdcc3857f1a9e993,,"Hand over",1,0,"Two weeks",@',NULL,NULL,NULL);
INSERT INTO change VALUES(83,NULL,NULL,NULL,12,5,NULL,NULL,'3,,0,0,@',NULL,NULL,NULL);
INSERT INTO change VALUES(84,NULL,NULL,NULL,12,6,NULL,NULL,'3,,5,3,@',NULL,NULL,NULL);
INSERT INTO change VALUES(85,NULL,NULL,NULL,12,7,NULL,NULL,'3,,8,1,@',NULL,NULL,NULL);
INSERT INTO change VALUES(86,NULL,NULL,NULL,12,8,NULL,NULL,'3,,17,2,@',NULL,NULL,NULL);
INSERT INTO change VALUES(87,NULL,NULL,NULL,13,2,NULL,NULL,'3,xf8a20601e8a045cf918b7e0c046e74da,,"Key man leaves",2,"3","large","Second man","Ana",@',NULL,NULL,NULL);
INSERT INTO change VALUES(88,NULL,NULL,NULL,14,2,NULL,NULL,'3,xbb9e74d98bc846c5aed47edc50e1b39b,,20578,2,"Missed shipment","Line stood still",0,@',NULL,NULL,NULL);
INSERT INTO change VALUES(89,NULL,NULL,NULL,15,2,NULL,NULL,'3,,1,"Plant","2 M a year",@',NULL,NULL,NULL);
INSERT INTO change VALUES(90,NULL,NULL,NULL,17,3,NULL,NULL,'3,x6fee7abd69ef4be18cf349037b8f244d,,"First plant on line",20634,20679,"Crane late",@',NULL,NULL,NULL);
INSERT INTO change VALUES(91,NULL,NULL,NULL,17,4,NULL,NULL,'3,xc6219d872b754d62b81e018e84ec472e,"{""colour"":""amber""}","Second plant on line",20999,,,@',NULL,NULL,NULL);
INSERT INTO change VALUES(92,1795863208319,3,NULL,26,3,NULL,replace('3,,"joint_rnd","joint_innovation\nmarket_access",20877,90,1,"Six months, stock bought back at cost.",0,0,,,@-11','\n',char(10)),replace('3,,"joint_rnd","joint_innovation\nmarket_access",20877,90,1,"Six months, stock bought back at cost.",0,0,,,@','\n',char(10)),NULL,'15 facts confirmed',4);
INSERT INTO change VALUES(93,NULL,NULL,NULL,27,5,NULL,'3,,1,3,1,,,@-11','3,,1,3,1,,,@',NULL,NULL,NULL);
INSERT INTO change VALUES(94,NULL,NULL,NULL,27,6,NULL,'3,,2,0,0,2,1,@-11','3,,2,0,0,2,1,@',NULL,NULL,NULL);
INSERT INTO change VALUES(95,NULL,NULL,NULL,8,3,NULL,'3,x605ae98b5abd46cbb3cc980e85406e86,,"Sell more","Turnover","10.5","0",20849,1,"Late start",@-11','3,x605ae98b5abd46cbb3cc980e85406e86,,"Sell more","Turnover","10.5","0",20849,1,"Late start",@',NULL,NULL,NULL);
INSERT INTO change VALUES(96,NULL,NULL,NULL,8,4,NULL,'3,x414f8fdab76f4cf9a1e3b46b3a24e05b,,"Learn",,"little","a lot",,,,@-11','3,x414f8fdab76f4cf9a1e3b46b3a24e05b,,"Learn",,"little","a lot",,,,@',NULL,NULL,NULL);
INSERT INTO change VALUES(97,NULL,NULL,NULL,11,2,NULL,'3,xaba2ef344516439abdcc3857f1a9e993,,"Hand over",1,0,"Two weeks",@-11','3,xaba2ef344516439abdcc3857f1a9e993,,"Hand over",1,0,"Two weeks",@',NULL,NULL,NULL);
INSERT INTO change VALUES(98,NULL,NULL,NULL,12,5,NULL,'3,,0,0,@-11','3,,0,0,@',NULL,NULL,NULL);
INSERT INTO change VALUES(99,NULL,NULL,NULL,12,6,NULL,'3,,5,3,@-11','3,,5,3,@',NULL,NULL,NULL);
INSERT INTO change VALUES(100,NULL,NULL,NULL,12,7,NULL,'3,,8,1,@-11','3,,8,1,@',NULL,NULL,NULL);
INSERT INTO change VALUES(101,NULL,NULL,NULL,12,8,NULL,'3,,17,2,@-11','3,,17,2,@',NULL,NULL,NULL);
INSERT INTO change VALUES(102,NULL,NULL,NULL,13,2,NULL,'3,xf8a20601e8a045cf918b7e0c046e74da,,"Key man leaves",2,"3","large","Second man","Ana",@-11','3,xf8a20601e8a045cf918b7e0c046e74da,,"Key man leaves",2,"3","large","Second man","Ana",@',NULL,NULL,NULL);
INSERT INTO change VALUES(103,NULL,NULL,NULL,14,2,NULL,'3,xbb9e74d98bc846c5aed47edc50e1b39b,,20578,2,"Missed shipment","Line stood still",0,@-11','3,xbb9e74d98bc846c5aed47edc50e1b39b,,20578,2,"Missed shipment","Line stood still",0,@',NULL,NULL,NULL);
INSERT INTO change VALUES(104,NULL,NULL,NULL,15,2,NULL,'3,,1,"Plant","2 M a year",@-11','3,,1,"Plant","2 M a year",@',NULL,NULL,NULL);
INSERT INTO change VALUES(105,NULL,NULL,NULL,17,3,NULL,'3,x6fee7abd69ef4be18cf349037b8f244d,,"First plant on line",20634,20679,"Crane late",@-11','3,x6fee7abd69ef4be18cf349037b8f244d,,"First plant on line",20634,20679,"Crane late",@',NULL,NULL,NULL);
INSERT INTO change VALUES(106,NULL,NULL,NULL,17,4,NULL,'3,xc6219d872b754d62b81e018e84ec472e,"{""colour"":""amber""}","Second plant on line",20999,,,@-11','3,xc6219d872b754d62b81e018e84ec472e,"{""colour"":""amber""}","Second plant on line",20999,,,@',NULL,NULL,NULL);
INSERT INTO change VALUES(107,1795863208330,3,15,4,6,NULL,NULL,'1,x2fa976a38afd42ac89ea800ee8f3c655,,2,2,"Łucja Öz",,@',NULL,'new respondent',5);
INSERT INTO change VALUES(108,NULL,NULL,NULL,6,5,NULL,NULL,'3,xbd45f5028b8249c6904342e8e3372936,,6,2,2,"Łucja Öz",,20878,1,,@',NULL,NULL,NULL);
INSERT INTO change VALUES(109,1795863208334,3,2,6,5,NULL,'3,xbd45f5028b8249c6904342e8e3372936,,6,2,2,"Łucja Öz",,20878,1,,@-4','3,xbd45f5028b8249c6904342e8e3372936,,6,2,2,"Łucja Öz",,20878,1,45,@',NULL,NULL,5);
INSERT INTO change VALUES(110,1795863208336,3,1,1,5,146,NULL,',0,,@,,"We build the plant."',NULL,NULL,5);
INSERT INTO change VALUES(111,1795863208337,3,1,1,5,151,NULL,',0,2,@',NULL,NULL,5);
INSERT INTO change VALUES(112,1795863208338,3,1,1,5,152,NULL,',0,4,@',NULL,NULL,5);
INSERT INTO change VALUES(113,1795863208346,3,1,36,1,NULL,NULL,'3,x13de97c6556a47dcb1d9beeba23e5d30,,1,x9e740fb558ac475d83cf16cc861f1d26,20878,20909,,,@',NULL,'sheets sent',6);
INSERT INTO change VALUES(114,1795863208354,3,1,16,2,NULL,NULL,'3,x0e903a9c187b4b47b77acc276517d64b,,1795863208354,"Asked for the figures again.",,@',NULL,NULL,7);
INSERT INTO change VALUES(115,1795863208370,3,1,4,7,NULL,NULL,'1,x7608533782b44aa59a4c58a7a38174b6,,1,3,"Somebody Else",,@',NULL,'Somebody Else added',8);
INSERT INTO change VALUES(116,1795863208378,3,1,4,7,NULL,'1,x7608533782b44aa59a4c58a7a38174b6,,1,3,"Somebody Else",,@-8',NULL,NULL,'Somebody Else deleted',9);
INSERT INTO change VALUES(117,1795863208389,NULL,NULL,2,2,NULL,NULL,'x9b9ffb6727464c8bb5a617f45d40a1e9,,"Gone",,,,,,,,,,,,,,,,,,,,,@',NULL,NULL,10);
INSERT INTO change VALUES(118,NULL,NULL,NULL,3,3,NULL,NULL,'2,xd251fb2cf8324f4b950d75f5d3da81c3,,"One",,1,@',NULL,NULL,NULL);
INSERT INTO change VALUES(119,NULL,NULL,NULL,3,4,NULL,NULL,'2,xcf8ef70f8c8441a490e0ff83e9795bb1,,"Two",,0,@',NULL,NULL,NULL);
INSERT INTO change VALUES(120,NULL,NULL,NULL,5,4,NULL,NULL,'2,x6e67e6f9d32b407e8103be40b0d58a1f,,2,,"baseline",20878,,,@',NULL,NULL,NULL);
INSERT INTO change VALUES(121,NULL,NULL,NULL,26,4,NULL,NULL,'4,,,,,,,,,,,,@',NULL,NULL,NULL);
INSERT INTO change VALUES(122,NULL,NULL,NULL,27,7,NULL,NULL,'4,,3,,,,,@',NULL,NULL,NULL);
INSERT INTO change VALUES(123,NULL,NULL,NULL,27,8,NULL,NULL,'4,,4,,,,,@',NULL,NULL,NULL);
INSERT INTO change VALUES(124,1795863208396,NULL,NULL,27,7,NULL,'4,,3,,,,,@-7',NULL,NULL,NULL,11);
INSERT INTO change VALUES(125,NULL,NULL,NULL,27,8,NULL,'4,,4,,,,,@-7',NULL,NULL,NULL,NULL);
INSERT INTO change VALUES(126,NULL,NULL,NULL,26,4,NULL,'4,,,,,,,,,,,,@-7',NULL,NULL,NULL,NULL);
INSERT INTO change VALUES(127,NULL,NULL,NULL,5,4,NULL,'2,x6e67e6f9d32b407e8103be40b0d58a1f,,2,,"baseline",20878,,,@-7',NULL,NULL,NULL,NULL);
INSERT INTO change VALUES(128,NULL,NULL,NULL,3,3,NULL,'2,xd251fb2cf8324f4b950d75f5d3da81c3,,"One",,1,@-7',NULL,NULL,NULL,NULL);
INSERT INTO change VALUES(129,NULL,NULL,NULL,3,4,NULL,'2,xcf8ef70f8c8441a490e0ff83e9795bb1,,"Two",,0,@-7',NULL,NULL,NULL,NULL);
INSERT INTO change VALUES(130,NULL,NULL,NULL,2,2,NULL,'x9b9ffb6727464c8bb5a617f45d40a1e9,,"Gone",,,,,,,,,,,,,,,,,,,,,@-7',NULL,NULL,NULL,NULL);
CREATE TABLE head (
	scope INTEGER NOT NULL,
	alliance INTEGER NOT NULL,
	change INTEGER NOT NULL,
	PRIMARY KEY (scope, alliance)
) STRICT, WITHOUT ROWID;
INSERT INTO head VALUES(0,1,69);
INSERT INTO head VALUES(0,2,124);
INSERT INTO head VALUES(1,1,74);
INSERT INTO head VALUES(3,1,116);
CREATE TABLE deleted (
	id BLOB PRIMARY KEY NOT NULL,
	alliance INTEGER NOT NULL,
	at INTEGER NOT NULL
, into_id BLOB, library TEXT) STRICT, WITHOUT ROWID;
INSERT INTO deleted VALUES(X'6d1c7a521f0e4f5b9c3a0a4f0c9a7eff',1,1763640000003,NULL,NULL);
INSERT INTO deleted VALUES(X'6e67e6f9d32b407e8103be40b0d58a1f',2,1795863208396,NULL,NULL);
INSERT INTO deleted VALUES(X'7608533782b44aa59a4c58a7a38174b6',1,1795863208378,NULL,NULL);
INSERT INTO deleted VALUES(X'9b9ffb6727464c8bb5a617f45d40a1e9',2,1795863208396,NULL,NULL);
INSERT INTO deleted VALUES(X'cf8ef70f8c8441a490e0ff83e9795bb1',2,1795863208396,NULL,NULL);
INSERT INTO deleted VALUES(X'd251fb2cf8324f4b950d75f5d3da81c3',2,1795863208396,NULL,NULL);
CREATE TABLE summary (
	assessment INTEGER PRIMARY KEY REFERENCES assessment ON DELETE CASCADE,
	change INTEGER,
	health REAL,
	primary_cause TEXT,
	grade TEXT,
	counted INTEGER NOT NULL,       -- the change as of which the people below were counted
	parties INTEGER NOT NULL,
	heard INTEGER NOT NULL,
	planned INTEGER NOT NULL,
	next_planned TEXT
, plan_start INTEGER, plan_step INTEGER, plan_size INTEGER, plan_due TEXT) STRICT;
INSERT INTO summary VALUES(1,1,NULL,'insufficient','none',1,2,2,5,'2026-10-16',20794,0,3,'20826 20840');
INSERT INTO summary VALUES(2,1,NULL,NULL,'none',1,2,1,5,'2026-10-16',20794,0,3,'20826 20840');
CREATE TABLE sitting (
	respondent INTEGER PRIMARY KEY REFERENCES respondent ON DELETE CASCADE,
	item INTEGER REFERENCES item,
	field INTEGER NOT NULL,
	draft TEXT,
	cursor INTEGER NOT NULL,
	seconds INTEGER NOT NULL,
	finished INTEGER NOT NULL
) STRICT;
INSERT INTO sitting VALUES(5,154,0,NULL,0,0,0);
CREATE TABLE hold (
	respondent INTEGER PRIMARY KEY REFERENCES respondent ON DELETE CASCADE,
	pid INTEGER NOT NULL,
	host TEXT NOT NULL,
	since INTEGER NOT NULL
) STRICT;
CREATE TABLE milestone (
	key INTEGER PRIMARY KEY AUTOINCREMENT,
	assessment INTEGER NOT NULL REFERENCES assessment DEFERRABLE INITIALLY DEFERRED,
	id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
	text TEXT NOT NULL,
	due INTEGER,
	reached INTEGER,        -- NULL: not reached
	note TEXT,
	extra TEXT
, changed INTEGER) STRICT;
INSERT INTO milestone VALUES(1,1,X'fbd72d29d468819686f7e4f4d4a2fb5f','First plant on line',20634,20679,'Crane late',NULL,NULL);
INSERT INTO milestone VALUES(2,1,X'e86c45e89a764838aabde22cb2783122','Second plant on line',20999,NULL,NULL,'{"colour":"amber"}',NULL);
INSERT INTO milestone VALUES(3,3,X'6fee7abd69ef4be18cf349037b8f244d','First plant on line',20634,20679,'Crane late',NULL,1795863208319);
INSERT INTO milestone VALUES(4,3,X'c6219d872b754d62b81e018e84ec472e','Second plant on line',20999,NULL,NULL,'{"colour":"amber"}',1795863208319);
CREATE TABLE action_owner (
	key INTEGER PRIMARY KEY AUTOINCREMENT,
	action INTEGER NOT NULL REFERENCES plan_action DEFERRABLE INITIALLY DEFERRED,
	person INTEGER NOT NULL REFERENCES person DEFERRABLE INITIALLY DEFERRED,
	extra TEXT
, changed INTEGER) STRICT;
INSERT INTO action_owner VALUES(1,3,5,NULL,NULL);
CREATE TABLE objective_owner (
	key INTEGER PRIMARY KEY AUTOINCREMENT,
	objective INTEGER NOT NULL REFERENCES joint_objective DEFERRABLE INITIALLY DEFERRED,
	person INTEGER NOT NULL REFERENCES person DEFERRABLE INITIALLY DEFERRED,
	extra TEXT
, changed INTEGER) STRICT;
INSERT INTO objective_owner VALUES(1,1,4,NULL,NULL);
CREATE TABLE IF NOT EXISTS "answer" (
	respondent INTEGER NOT NULL REFERENCES respondent DEFERRABLE INITIALLY DEFERRED,
	item INTEGER NOT NULL REFERENCES item DEFERRABLE INITIALLY DEFERRED,
	state INTEGER,
	rating INTEGER,         -- of a rated item, 1 to 5
	value TEXT,             -- of any other
	changed INTEGER,
	flag INTEGER,
	text TEXT,
	reason TEXT,
	comment TEXT,
	quote TEXT,
	evidence TEXT,
	extra TEXT, quotable INTEGER,
	PRIMARY KEY (respondent, item)
) STRICT, WITHOUT ROWID;
INSERT INTO answer VALUES(1,35,0,NULL,NULL,NULL,NULL,'I pay for it.',NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO answer VALUES(1,37,0,4,NULL,1763640000000,1,NULL,NULL,'c','q','e','{"weather":{"sun":true}}',NULL);
INSERT INTO answer VALUES(1,38,1,NULL,NULL,1763640000001,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO answer VALUES(2,106,0,NULL,'10 20.5 0 69.5',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO answer VALUES(3,37,0,3,NULL,2,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO answer VALUES(3,43,2,NULL,NULL,NULL,NULL,NULL,'new here',NULL,NULL,NULL,NULL,NULL);
INSERT INTO answer VALUES(4,37,0,5,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO answer VALUES(5,146,0,NULL,NULL,1795863208336,NULL,'We build the plant.',NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO answer VALUES(5,151,0,2,NULL,1795863208337,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO answer VALUES(5,152,0,4,NULL,1795863208338,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
CREATE TABLE stamped (
	change INTEGER PRIMARY KEY      -- the group
) STRICT;
INSERT INTO stamped VALUES(1);
INSERT INTO stamped VALUES(92);
CREATE TABLE heard (
	change INTEGER NOT NULL,
	id BLOB NOT NULL CHECK (length(id) = 16),
	alliance INTEGER NOT NULL,
	at INTEGER NOT NULL, into_id BLOB, library TEXT,            -- -1: nothing
	PRIMARY KEY (change, id)
) STRICT, WITHOUT ROWID;
INSERT INTO heard VALUES(1,X'6d1c7a521f0e4f5b9c3a0a4f0c9a7eff',1,-1,NULL,NULL);
CREATE TABLE bin (
	first INTEGER PRIMARY KEY,      -- entries of the change log from here
	last INTEGER NOT NULL,          -- to here, which is of the object itself
	kind INTEGER NOT NULL,          -- as in the change log
	key INTEGER NOT NULL,
	alliance INTEGER NOT NULL,      -- that it was in; of an alliance its own key
	along INTEGER,                  -- first of what it went with
	day INTEGER NOT NULL
, merged INTEGER) STRICT;
INSERT INTO bin VALUES(116,116,4,7,1,NULL,20878,NULL);
INSERT INTO bin VALUES(124,130,2,2,2,NULL,20878,NULL);
CREATE TABLE forgotten (
	id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16)
) STRICT, WITHOUT ROWID;
CREATE TABLE unclean (
	key INTEGER PRIMARY KEY
) STRICT;
CREATE TABLE session (
	key INTEGER PRIMARY KEY AUTOINCREMENT,
	since INTEGER NOT NULL          -- of its first change
) STRICT;
INSERT INTO session VALUES(1,1795863208280);
INSERT INTO session VALUES(2,1795863208300);
INSERT INTO session VALUES(3,1795863208308);
INSERT INTO session VALUES(4,1795863208319);
INSERT INTO session VALUES(5,1795863208330);
INSERT INTO session VALUES(6,1795863208346);
INSERT INTO session VALUES(7,1795863208354);
INSERT INTO session VALUES(8,1795863208370);
INSERT INTO session VALUES(9,1795863208378);
INSERT INTO session VALUES(10,1795863208389);
INSERT INTO session VALUES(11,1795863208396);
CREATE TABLE draft (
	screen TEXT NOT NULL,           -- and for what on it: "person", "new person"
	-- id of what is written of; of something new, of what it will belong to; zeros: of nothing
	object BLOB NOT NULL CHECK (length(object) = 16),
	field TEXT NOT NULL,
	alliance INTEGER REFERENCES alliance ON DELETE CASCADE, -- NULL: of none yet
	text TEXT NOT NULL,
	cursor INTEGER NOT NULL,
	at INTEGER NOT NULL,            -- UTC milliseconds
	PRIMARY KEY (screen, object, field)
) STRICT, WITHOUT ROWID;
CREATE TABLE plan (
	key INTEGER PRIMARY KEY AUTOINCREMENT,
	alliance INTEGER NOT NULL REFERENCES alliance DEFERRABLE INITIALLY DEFERRED,
	extra TEXT,
	round BLOB CHECK (length(round) = 16),  -- the assessment that it was first drawn up from
	start INTEGER,
	track INTEGER,
	horizon INTEGER,
	workshop INTEGER,
	relevant TEXT,
	opportunities TEXT,
	challenges TEXT,
	changed INTEGER
, redrawn INTEGER, gates_from INTEGER, gates_day INTEGER, works_year_end INTEGER) STRICT;
INSERT INTO "plan" VALUES(1,1,'{"workshop":{"mood":"calm"}}',X'd3c7afef9d868b4d8fe2409dbcf7b88b',20794,6,18,20802,'two of four','a second market','fewer people',NULL,NULL,NULL,NULL,NULL);
CREATE TABLE IF NOT EXISTS "kpi" (
	key INTEGER PRIMARY KEY AUTOINCREMENT,
	alliance INTEGER NOT NULL REFERENCES alliance DEFERRABLE INITIALLY DEFERRED,
	id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
	category INTEGER NOT NULL,
	name TEXT NOT NULL,
	unit TEXT,
	direction INTEGER,
	start INTEGER,
	baseline REAL,
	target REAL,
	due INTEGER,
	agreed_by TEXT,         -- a line each
	extra TEXT,
	changed INTEGER
) STRICT;
INSERT INTO kpi VALUES(1,1,X'4df87e36194c8b87b5df516fe6d45b7d',0,'Savings','EUR',1,20454,100.0,80.249999999999999996,20818,replace('Apex\nBorealis','\n',char(10)),'{"owner":"nobody"}',NULL);
INSERT INTO kpi VALUES(2,1,X'8031a6c2b9954064aa411e1f29764bc0',3,'Patents',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
CREATE TABLE IF NOT EXISTS "joint_objective" (
	key INTEGER PRIMARY KEY AUTOINCREMENT,
	alliance INTEGER NOT NULL REFERENCES alliance DEFERRABLE INITIALLY DEFERRED,
	id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
	text TEXT NOT NULL,
	measure TEXT,
	baseline TEXT,
	target TEXT,
	due INTEGER,
	note TEXT,
	extra TEXT,
	changed INTEGER
) STRICT;
INSERT INTO joint_objective VALUES(1,1,X'09bce1b81f4b84f4a7b48946d6f7eecd','First sale','units','0','50',21215,'agreed by all','{"colour":"red"}',NULL);
CREATE TABLE IF NOT EXISTS "plan_action" (
	key INTEGER PRIMARY KEY AUTOINCREMENT,
	alliance INTEGER NOT NULL REFERENCES alliance DEFERRABLE INITIALLY DEFERRED,
	id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
	library TEXT,           -- id in the action library; NULL: the user's own
	step INTEGER,
	title TEXT,             -- NULL here and below: as the library says
	what TEXT,
	done_when TEXT,
	resources TEXT,
	effort_days INTEGER,
	kpi TEXT,
	retest TEXT,            -- ids, a line each
	required TEXT,          -- ids, a line each
	quick_win INTEGER,
	start INTEGER,
	due INTEGER,
	dated INTEGER,          -- 1: start and due were set by hand
	active INTEGER,
	moved INTEGER,          -- 1: active was set by hand
	status INTEGER,
	reason TEXT,
	closed INTEGER,
	note TEXT,
	objective INTEGER REFERENCES joint_objective DEFERRABLE INITIALLY DEFERRED,
	findings TEXT,          -- ids, a line each
	stale INTEGER,
	extra TEXT,
	changed INTEGER,
	drawn INTEGER,
	round BLOB CHECK (length(round) = 16)   -- the assessment that drew it up; NULL: not known
, every TEXT, added INTEGER, adopted INTEGER) STRICT;
INSERT INTO plan_action VALUES(1,1,X'5975555269dd882481eb25bc9ed120a7','collect_facts',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,20794,20805,NULL,1,NULL,3,NULL,20804,'went well',1,'killer.objectives',NULL,'{"mark":1}',NULL,NULL,X'd3c7afef9d868b4d8fe2409dbcf7b88b',NULL,NULL,NULL);
INSERT INTO plan_action VALUES(2,1,X'f41453da5e0d8a5788b7a28023bf547b','confirm_mandate',NULL,'Ask both boards',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,20801,20826,1,1,NULL,2,'no date yet',NULL,NULL,NULL,NULL,1,NULL,NULL,NULL,X'd3c7afef9d868b4d8fe2409dbcf7b88b',NULL,NULL,NULL);
INSERT INTO plan_action VALUES(3,1,X'9f000000000040008000000000000001',NULL,5,'Print the brochure',NULL,'printed',NULL,NULL,NULL,NULL,NULL,1,20829,20840,NULL,1,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,X'd3c7afef9d868b4d8fe2409dbcf7b88b',NULL,NULL,NULL);
CREATE TABLE IF NOT EXISTS "success" (
	key INTEGER PRIMARY KEY AUTOINCREMENT,
	alliance INTEGER NOT NULL REFERENCES alliance DEFERRABLE INITIALLY DEFERRED,
	party INTEGER NOT NULL REFERENCES party DEFERRABLE INITIALLY DEFERRED,
	text TEXT NOT NULL,
	extra TEXT,
	changed INTEGER
) STRICT;
INSERT INTO success VALUES(1,1,1,'one product sold',NULL,NULL);
INSERT INTO success VALUES(2,1,2,'costs met',NULL,NULL);
CREATE TABLE IF NOT EXISTS "gate_decision" (
	key INTEGER PRIMARY KEY AUTOINCREMENT,
	alliance INTEGER NOT NULL REFERENCES alliance DEFERRABLE INITIALLY DEFERRED,
	number INTEGER NOT NULL,
	outcome INTEGER,
	date INTEGER,
	note TEXT,
	extra TEXT,
	changed INTEGER,
	round BLOB CHECK (length(round) = 16)   -- the assessment in which it was decided
, kind INTEGER, day INTEGER) STRICT;
INSERT INTO gate_decision VALUES(1,1,1,0,20823,'both signed','{"seal":true}',NULL,X'd3c7afef9d868b4d8fe2409dbcf7b88b',NULL,NULL);
CREATE TABLE IF NOT EXISTS "amendment" (
	key INTEGER PRIMARY KEY AUTOINCREMENT,
	alliance INTEGER NOT NULL REFERENCES alliance DEFERRABLE INITIALLY DEFERRED,
	id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
	text TEXT NOT NULL,
	because TEXT,
	settled INTEGER,
	extra TEXT,
	changed INTEGER
) STRICT;
INSERT INTO amendment VALUES(1,1,X'aad313c83fce4cb9b1a63018adb6bbe8','Exit terms by quarter','aspect.type.terms',0,'{"page":4}',NULL);
CREATE TABLE former (
	kind INTEGER NOT NULL,
	key INTEGER NOT NULL,
	assessment INTEGER NOT NULL,
	PRIMARY KEY (kind, key)
) STRICT, WITHOUT ROWID;
CREATE TABLE sealed_kpi (
	key INTEGER PRIMARY KEY AUTOINCREMENT,
	assessment INTEGER NOT NULL REFERENCES assessment DEFERRABLE INITIALLY DEFERRED,
	extra TEXT,
	kpi BLOB NOT NULL CHECK (length(kpi) = 16),     -- of which it is the copy
	category INTEGER NOT NULL,
	name TEXT NOT NULL,
	unit TEXT,
	direction INTEGER,
	start INTEGER,
	baseline REAL,
	target REAL,
	due INTEGER,
	agreed_by TEXT,         -- a line each
	changed INTEGER
) STRICT;
INSERT INTO sealed_kpi VALUES(1,1,'{"owner":"nobody"}',X'ccb87f4b03248769880708671b6aaaf6',0,'Savings','EUR',1,20454,100.0,80.249999999999999996,20818,replace('Apex\nBorealis','\n',char(10)),NULL);
INSERT INTO sealed_kpi VALUES(2,1,NULL,X'9663c7f0b34a840fa9aa852dd6e8067c',3,'Patents',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO sealed_kpi VALUES(3,2,'{"owner":"nobody"}',X'4df87e36194c8b87b5df516fe6d45b7d',0,'Savings','EUR',1,20454,100.0,80.249999999999999996,20818,replace('Apex\nBorealis','\n',char(10)),1795863208300);
INSERT INTO sealed_kpi VALUES(4,2,NULL,X'8031a6c2b9954064aa411e1f29764bc0',3,'Patents',NULL,NULL,NULL,NULL,NULL,NULL,NULL,1795863208300);
CREATE TABLE sealed_actual (
	key INTEGER PRIMARY KEY AUTOINCREMENT,
	extra TEXT,
	kpi INTEGER NOT NULL REFERENCES sealed_kpi DEFERRABLE INITIALLY DEFERRED,
	date INTEGER NOT NULL,
	value REAL NOT NULL,
	changed INTEGER
) STRICT;
INSERT INTO sealed_actual VALUES(1,'{"source":"ledger"}',1,20543,97.099999999999994319,NULL);
INSERT INTO sealed_actual VALUES(2,NULL,1,20543,96.0,NULL);
INSERT INTO sealed_actual VALUES(3,'{"source":"ledger"}',3,20543,97.099999999999994319,1795863208300);
INSERT INTO sealed_actual VALUES(4,NULL,3,20543,96.0,1795863208300);
CREATE TABLE bare (
	first INTEGER PRIMARY KEY
) STRICT;
CREATE TABLE meeting (
	key INTEGER PRIMARY KEY AUTOINCREMENT,
	alliance INTEGER NOT NULL REFERENCES alliance DEFERRABLE INITIALLY DEFERRED,
	id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
	extra TEXT,
	at INTEGER,             -- UTC milliseconds
	body TEXT,
	decisions TEXT,         -- a line each
	notes TEXT,             -- a line each
	changed INTEGER
, decisions_filed TEXT, notes_filed TEXT) STRICT;
INSERT INTO meeting VALUES(1,1,X'c8a258ca520f8816a68e898ac060e902','{"room":"3.14"}',1763640000005,'steering committee','One budget for both plants',replace('Ana takes the minutes\nNext in May','\n',char(10)),NULL,NULL,NULL);
CREATE TABLE escalation (
	key INTEGER PRIMARY KEY AUTOINCREMENT,
	alliance INTEGER NOT NULL REFERENCES alliance DEFERRABLE INITIALLY DEFERRED,
	id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
	extra TEXT,
	opened INTEGER,
	closed INTEGER,         -- NULL: still open
	level INTEGER,
	what TEXT NOT NULL,
	changed INTEGER
) STRICT;
INSERT INTO escalation VALUES(1,1,X'd4d2b4dc91d6887c89acf6f6f6f41c9b',NULL,20605,20624,2,'Crane late',NULL);
INSERT INTO escalation VALUES(2,1,X'0dc9af58e9b84d33a26dfc342140bcaf',NULL,NULL,NULL,NULL,'Nobody answers for the interface',NULL);
CREATE TABLE day_off (
	key INTEGER PRIMARY KEY AUTOINCREMENT,
	alliance INTEGER NOT NULL REFERENCES alliance DEFERRABLE INITIALLY DEFERRED,
	extra TEXT,
	party INTEGER NOT NULL REFERENCES party DEFERRABLE INITIALLY DEFERRED,
	first_day INTEGER NOT NULL,
	last_day INTEGER,       -- NULL: the first is the only one
	yearly INTEGER,
	changed INTEGER
) STRICT;
INSERT INTO day_off VALUES(1,1,'{"why":"works holidays"}',1,20808,20824,NULL,NULL);
INSERT INTO day_off VALUES(2,1,NULL,2,20574,NULL,1,NULL);
CREATE TABLE event (
	key INTEGER PRIMARY KEY AUTOINCREMENT,
	assessment INTEGER NOT NULL REFERENCES assessment DEFERRABLE INITIALLY DEFERRED,
	id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
	extra TEXT,
	date INTEGER,
	kind INTEGER,
	party INTEGER REFERENCES party DEFERRABLE INITIALLY DEFERRED,   -- NULL: of no one side
	what TEXT NOT NULL,
	effect TEXT,
	changed INTEGER
) STRICT;
INSERT INTO event VALUES(1,1,X'1153447c913488c98c58f39212420b0a','{"source":"press"}',20514,9,2,'Borealis signs with Cygnus','Fewer people on the line',NULL);
INSERT INTO event VALUES(2,1,X'61f1ee541e774a8e8a36989e7681b402',NULL,NULL,NULL,NULL,'New rules for batteries',NULL,NULL);
CREATE TABLE profile (
	key INTEGER PRIMARY KEY AUTOINCREMENT,
	assessment INTEGER NOT NULL REFERENCES assessment DEFERRABLE INITIALLY DEFERRED,
	extra TEXT,
	type TEXT,
	ambitions TEXT,         -- ids, a line each
	contract_ends INTEGER,
	notice_days INTEGER,
	amendable INTEGER,
	exit_terms TEXT,
	breach INTEGER,
	litigation INTEGER,
	competitors INTEGER,
	competitors_where TEXT,
	changed INTEGER
) STRICT;
INSERT INTO profile VALUES(1,1,NULL,'joint_rnd',replace('joint_innovation\nmarket_access','\n',char(10)),20877,90,1,'Six months, stock bought back at cost.',0,0,NULL,NULL,NULL);
INSERT INTO profile VALUES(2,2,NULL,'joint_rnd',replace('joint_innovation\nmarket_access','\n',char(10)),20877,90,1,'Six months, stock bought back at cost.',0,0,NULL,NULL,NULL);
INSERT INTO profile VALUES(3,3,NULL,'joint_rnd',replace('joint_innovation\nmarket_access','\n',char(10)),20877,90,1,'Six months, stock bought back at cost.',0,0,NULL,NULL,1795863208319);
CREATE TABLE party_profile (
	key INTEGER PRIMARY KEY AUTOINCREMENT,
	assessment INTEGER NOT NULL REFERENCES assessment DEFERRABLE INITIALLY DEFERRED,
	extra TEXT,
	party INTEGER NOT NULL REFERENCES party DEFERRABLE INITIALLY DEFERRED,
	size_class INTEGER,
	has_sponsor INTEGER,
	stance INTEGER,
	escalated INTEGER,
	changed INTEGER
) STRICT;
INSERT INTO party_profile VALUES(1,1,NULL,1,3,1,NULL,NULL,NULL);
INSERT INTO party_profile VALUES(2,1,NULL,2,0,0,2,1,NULL);
INSERT INTO party_profile VALUES(3,2,NULL,1,3,1,NULL,NULL,NULL);
INSERT INTO party_profile VALUES(4,2,NULL,2,0,0,2,1,NULL);
INSERT INTO party_profile VALUES(5,3,NULL,1,3,1,NULL,NULL,1795863208319);
INSERT INTO party_profile VALUES(6,3,NULL,2,0,0,2,1,1795863208319);
CREATE TABLE buried (
	key INTEGER PRIMARY KEY AUTOINCREMENT,
	id BLOB NOT NULL CHECK (length(id) = 16),
	alliance INTEGER NOT NULL,
	kind INTEGER NOT NULL,          -- as in the change log
	change INTEGER NOT NULL,        -- the import that buried it, or its undo; 0: no undo takes it back
	undone INTEGER NOT NULL,        -- 1: that import is undone
	changed INTEGER NOT NULL,       -- as of an object, 0 unknown
	drawn INTEGER NOT NULL,
	said TEXT NOT NULL,             -- a row as in the change log, references by id
	day INTEGER NOT NULL
, place BLOB, whose BLOB, item TEXT) STRICT;
INSERT INTO buried VALUES(1,X'7608533782b44aa59a4c58a7a38174b6',1,4,0,0,1795863208370,1795863208370,',x7608533782b44aa59a4c58a7a38174b6,,xbb490f557fd181c2b37f6167aeb468d7,3,"Somebody Else",,1795863208370',20878,NULL,NULL,NULL);
INSERT INTO buried VALUES(2,X'7608533782b44aa59a4c58a7a38174b6',1,4,0,0,1795863208370,1795863208370,',x7608533782b44aa59a4c58a7a38174b6,,xbb490f557fd181c2b37f6167aeb468d7,3,"Somebody Else",,1795863208370',20878,X'6d1c7a521f0e4f5b9c3a0a4f0c9a7e01',NULL,NULL);
CREATE TABLE action_number (
	id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),  -- of the action
	alliance BLOB NOT NULL CHECK (length(alliance) = 16),  -- its id: keys do not outlive it
	number INTEGER NOT NULL
) STRICT;
INSERT INTO action_number VALUES(X'5975555269dd882481eb25bc9ed120a7',X'6d1c7a521f0e4f5b9c3a0a4f0c9a7e01',1);
INSERT INTO action_number VALUES(X'f41453da5e0d8a5788b7a28023bf547b',X'6d1c7a521f0e4f5b9c3a0a4f0c9a7e01',2);
INSERT INTO action_number VALUES(X'9f000000000040008000000000000001',X'6d1c7a521f0e4f5b9c3a0a4f0c9a7e01',3);
CREATE TABLE joint_release (
	key INTEGER PRIMARY KEY AUTOINCREMENT,
	alliance INTEGER NOT NULL REFERENCES alliance DEFERRABLE INITIALLY DEFERRED,
	id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
	extra TEXT,
	round BLOB NOT NULL CHECK (length(round) = 16),
	at INTEGER,             -- UTC milliseconds
	facts TEXT,             -- digest of how recorded facts weigh in what was withheld
	printed TEXT,           -- a JSON object of numbers; NULL: not known
	changed INTEGER
) STRICT;
CREATE TABLE release_rating (
	key INTEGER PRIMARY KEY AUTOINCREMENT,
	extra TEXT,
	joint_release INTEGER NOT NULL REFERENCES joint_release DEFERRABLE INITIALLY DEFERRED,
	number INTEGER NOT NULL,
	respondent BLOB CHECK (length(respondent) = 16),        -- NULL: forgotten
	party BLOB CHECK (length(party) = 16),                  -- NULL: not known
	digest TEXT,
	changed INTEGER
) STRICT;
CREATE TABLE looked (
	alliance INTEGER PRIMARY KEY REFERENCES alliance ON DELETE CASCADE,
	change INTEGER NOT NULL,        -- number of an entry of the change log
	day INTEGER NOT NULL
) STRICT;
CREATE TABLE sheet (
	key INTEGER PRIMARY KEY AUTOINCREMENT,
	assessment INTEGER NOT NULL REFERENCES assessment DEFERRABLE INITIALLY DEFERRED,
	id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
	extra TEXT,
	person INTEGER NOT NULL REFERENCES person DEFERRABLE INITIALLY DEFERRED,
	token BLOB NOT NULL CHECK (length(token) = 16),
	written INTEGER,        -- day
	closes INTEGER,         -- day by which it is to be back, NULL: none was said
	read INTEGER,           -- day on which answers were last read back
	revoked INTEGER,        -- day; what comes back by the token is refused from then on
	changed INTEGER
) STRICT;
INSERT INTO sheet VALUES(1,3,X'13de97c6556a47dcb1d9beeba23e5d30',NULL,1,X'9e740fb558ac475d83cf16cc861f1d26',20878,20909,NULL,NULL,1795863208346);
CREATE TABLE listed (
	alliance INTEGER PRIMARY KEY REFERENCES alliance ON DELETE CASCADE,
	name TEXT NOT NULL,             -- as names are compared
	cells INTEGER NOT NULL,         -- of the name, on a screen
	next INTEGER NOT NULL,          -- day of the next interview or action; 2147483647: none
	hour TEXT NOT NULL,             -- when the next interview is planned; "~": none is
	health REAL NOT NULL,           -- of its newest full round, as far as it is known; 9: none
	rounds INTEGER NOT NULL,
	stale INTEGER NOT NULL,         -- 1: that round's diagnosis was made before its last change
	dues TEXT,                      -- days of that interview and the open actions
	said TEXT,                      -- words that it is found by, as search folds them; NULL: not
	                                -- put together since it has changed
	till INTEGER NOT NULL           -- last day on which these are the words
) STRICT;
INSERT INTO listed VALUES(1,'phoenix',7,20826,'2026-10-16',9.0,2,0,'20826 20840',NULL,0);
CREATE TABLE tally (
	what INTEGER NOT NULL,          -- 0 a day among the dues, 1 cells, 2 rounds, 3 health in 64ths,
	                                -- cut off, 4 stale
	at INTEGER NOT NULL,
	n INTEGER NOT NULL,
	PRIMARY KEY (what, at)
) STRICT, WITHOUT ROWID;
INSERT INTO tally VALUES(0,20826,1);
INSERT INTO tally VALUES(0,20840,1);
INSERT INTO tally VALUES(1,7,1);
INSERT INTO tally VALUES(2,2,1);
INSERT INTO tally VALUES(4,0,1);
CREATE TABLE followed (
	key INTEGER PRIMARY KEY CHECK (key = 1),
	change INTEGER NOT NULL         -- entry of the change log up to which all this follows it
) STRICT;
INSERT INTO followed VALUES(1,68);
DELETE FROM sqlite_sequence;
INSERT INTO sqlite_sequence VALUES('alliance',2);
INSERT INTO sqlite_sequence VALUES('session',11);
INSERT INTO sqlite_sequence VALUES('party',4);
INSERT INTO sqlite_sequence VALUES('assessment',4);
INSERT INTO sqlite_sequence VALUES('person',7);
INSERT INTO sqlite_sequence VALUES('meeting',1);
INSERT INTO sqlite_sequence VALUES('escalation',2);
INSERT INTO sqlite_sequence VALUES('day_off',2);
INSERT INTO sqlite_sequence VALUES('kpi',2);
INSERT INTO sqlite_sequence VALUES('actual',2);
INSERT INTO sqlite_sequence VALUES('plan',1);
INSERT INTO sqlite_sequence VALUES('joint_objective',1);
INSERT INTO sqlite_sequence VALUES('plan_action',3);
INSERT INTO sqlite_sequence VALUES('action_owner',1);
INSERT INTO sqlite_sequence VALUES('objective_owner',1);
INSERT INTO sqlite_sequence VALUES('success',2);
INSERT INTO sqlite_sequence VALUES('gate_decision',1);
INSERT INTO sqlite_sequence VALUES('amendment',1);
INSERT INTO sqlite_sequence VALUES('profile',4);
INSERT INTO sqlite_sequence VALUES('party_profile',8);
INSERT INTO sqlite_sequence VALUES('respondent',5);
INSERT INTO sqlite_sequence VALUES('route',2);
INSERT INTO sqlite_sequence VALUES('objective',4);
INSERT INTO sqlite_sequence VALUES('process',2);
INSERT INTO sqlite_sequence VALUES('checklist',8);
INSERT INTO sqlite_sequence VALUES('risk',2);
INSERT INTO sqlite_sequence VALUES('event',2);
INSERT INTO sqlite_sequence VALUES('incident',2);
INSERT INTO sqlite_sequence VALUES('contribution',2);
INSERT INTO sqlite_sequence VALUES('note',2);
INSERT INTO sqlite_sequence VALUES('milestone',4);
INSERT INTO sqlite_sequence VALUES('sealed_kpi',4);
INSERT INTO sqlite_sequence VALUES('sealed_actual',4);
INSERT INTO sqlite_sequence VALUES('sheet',1);
INSERT INTO sqlite_sequence VALUES('buried',2);
CREATE INDEX alliance_name ON alliance (name COLLATE NOCASE);
CREATE INDEX party_alliance ON party (alliance);
CREATE INDEX person_alliance ON person (alliance);
CREATE INDEX person_party ON person (party);
CREATE INDEX assessment_alliance ON assessment (alliance, date);
CREATE INDEX respondent_assessment ON respondent (assessment);
CREATE INDEX respondent_person ON respondent (person);
CREATE INDEX respondent_party ON respondent (party);
CREATE INDEX route_party ON route (party);
CREATE INDEX route_respondent ON route (respondent);
CREATE INDEX objective_assessment ON objective (assessment);
CREATE INDEX process_assessment ON process (assessment);
CREATE INDEX process_party ON process (party);
CREATE INDEX risk_assessment ON risk (assessment);
CREATE INDEX risk_party ON risk (party);
CREATE INDEX incident_assessment ON incident (assessment);
CREATE INDEX incident_party ON incident (party);
CREATE INDEX contribution_party ON contribution (party);
CREATE INDEX note_assessment ON note (assessment);
CREATE INDEX deleted_alliance ON deleted (alliance, at);
CREATE INDEX milestone_assessment ON milestone (assessment);
CREATE INDEX action_owner_action ON action_owner (action);
CREATE INDEX action_owner_person ON action_owner (person);
CREATE INDEX objective_owner_objective ON objective_owner (objective);
CREATE INDEX objective_owner_person ON objective_owner (person);
CREATE INDEX route_assessment ON route (assessment, party, respondent);
CREATE INDEX actual_kpi ON actual (kpi, date);
CREATE INDEX checklist_assessment ON checklist (assessment, row);
CREATE INDEX contribution_assessment ON contribution (assessment, party);
CREATE INDEX draft_alliance ON draft (alliance);
CREATE INDEX plan_alliance ON plan (alliance);
CREATE INDEX kpi_alliance ON kpi (alliance);
CREATE INDEX joint_objective_alliance ON joint_objective (alliance);
CREATE INDEX plan_action_alliance ON plan_action (alliance);
CREATE INDEX plan_action_objective ON plan_action (objective);
CREATE INDEX success_alliance ON success (alliance, party);
CREATE INDEX success_party ON success (party);
CREATE INDEX gate_decision_alliance ON gate_decision (alliance, number);
CREATE INDEX amendment_alliance ON amendment (alliance);
CREATE INDEX sealed_kpi_assessment ON sealed_kpi (assessment, kpi);
CREATE INDEX sealed_actual_kpi ON sealed_actual (kpi, date);
CREATE INDEX meeting_alliance ON meeting (alliance);
CREATE INDEX escalation_alliance ON escalation (alliance);
CREATE INDEX day_off_alliance ON day_off (alliance, party, first_day);
CREATE INDEX day_off_party ON day_off (party);
CREATE INDEX event_assessment ON event (assessment);
CREATE INDEX event_party ON event (party);
CREATE INDEX profile_assessment ON profile (assessment);
CREATE INDEX party_profile_assessment ON party_profile (assessment, party);
CREATE INDEX party_profile_party ON party_profile (party);
CREATE INDEX buried_id ON buried (id);
CREATE INDEX buried_change ON buried (change);
CREATE UNIQUE INDEX action_number_alliance ON action_number (alliance, number);
CREATE INDEX joint_release_alliance ON joint_release (alliance);
CREATE INDEX release_rating_release ON release_rating (joint_release, number);
CREATE INDEX release_rating_respondent ON release_rating (respondent);
CREATE INDEX sheet_assessment ON sheet (assessment);
CREATE INDEX sheet_person ON sheet (person);
CREATE INDEX sheet_token ON sheet (token);
CREATE INDEX listed_name ON listed (name, alliance);
CREATE INDEX listed_next ON listed (next, hour, name, alliance);
CREATE INDEX listed_health ON listed (health, name, alliance);
CREATE INDEX listed_stale ON listed (alliance) WHERE stale = 1;
COMMIT;
