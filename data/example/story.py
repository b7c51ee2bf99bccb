# SPDX-License-Identifier: MIT
# What happened at Kestrel after its baseline, day by day, for grow.py. Companies, people and what they
# say are invented.

# Who was heard: ratings stand in this order in every table; Phoenix, then GenTech.
PEOPLE = ["Marit Solheim", "Dev Anand", "Inés Caro", "Tom Weller", "Zoë Hartmann",
          "Paul Okafor", "Ruth Levin", "Jonas Brandt", "Aiko Mori", "Łucja Wrona"]
LATER = ["Marit Solheim", "Dev Anand", "Inés Caro", "Elin Dahl", "Zoë Hartmann", "Håkon Lie",
         "Paul Okafor", "Ruth Levin", "Jonas Brandt", "Aiko Mori", "Łucja Wrona"]

# A figure each: 1 to 5 as asked, . not asked of that role or not answered, ? don't know, x not
# applicable, - declined.
WINTER = """
strategy.objectives.1      34333 43332
strategy.relevance.4       44454 44344
strategy.sponsorship.4     44344 54344
type.fit.4                 44344 44344
type.value.4               33343 44343
type.terms.4               43233 43??3
partner.complement.4       43343 43343
partner.compatible.4       33333 43343
partner.commitment.4       22232 43343
management.governance.4    33232 33332
management.communication.4 33343 23222
management.capability.4    33232 33233
symptom.trust.4            32233 3-332
symptom.information.4      33333 23222
"""
SPRING = """
strategy.rationale.4       54.54 44.44
strategy.rationale.5       54..4 44..3
strategy.rationale.6       4..4. 4..4.
strategy.objectives.1      44344 44343
strategy.objectives.4      .44.4 .44.3
strategy.objectives.5      4..3. 4..3.
strategy.relevance.4       44454 44344
strategy.relevance.5       .43.4 .43.3
strategy.relevance.6       2..2. 3..3.
strategy.sponsorship.4     54444 54444
strategy.sponsorship.5     443.. 433..
strategy.sponsorship.6     ...44 ...33
type.fit.4                 44344 44344
type.fit.5                 12..2 22..2
type.fit.6                 ..44. ..34.
type.weight.4              443.. 443..
type.weight.5              .23.3 .32.2
type.weight.6              4...4 4...3
type.value.4               33343 44343
type.value.5               443.. 443..
type.value.6               ...44 ...44
type.terms.4               43333 43??3
type.terms.5               .4.?. .4.?.
type.terms.6               3...3 3...4
partner.selection.4        3..33 4..33
partner.selection.5        44.4. 44.3.
partner.selection.6        .4..4 .4..3
partner.complement.4       43344 44343
partner.complement.5       .33.4 .44.5
partner.complement.6       4..5. 4..x.
partner.compatible.4       33343 43343
partner.compatible.5       44.4. 44.3.
partner.compatible.6       ..3.3 ..3.2
partner.commitment.4       33333 43343
partner.commitment.5       .33.3 .33.3
partner.commitment.6       4..3. 4..4.
management.governance.4    43343 44343
management.governance.5    4333. 4433.
management.governance.3    ..3.3 ..3.2
management.coordination.1  .4433 .4333
management.coordination.4  .333. .333.
management.coordination.3  ..2.3 ..3.3
management.communication.4 43443 33332
management.communication.5 44.3. 33.3.
management.communication.6 ..4.3 ..3.3
management.capability.4    33333 33333
management.capability.5    43... 44...
management.capability.6    ..333 ..333
symptom.trust.4            33333 43333
symptom.trust.5            33.3. 43.4.
symptom.trust.6            ..3.3 ..3.3
symptom.information.4      33343 33332
symptom.information.2      ..3.3 ..3.3
symptom.information.5      ..32. ..33.
results.perceived.4        3.23. 3.33.
results.perceived.2        33... 33...
results.perceived.5        ..33. ..33.
"""
SUMMER = """
strategy.objectives.1      44344 44443
strategy.relevance.4       44454 44344
strategy.sponsorship.4     54444 44444
type.fit.4                 44344 44344
type.value.4               43343 44343
type.terms.4               44333 44??4
partner.complement.4       43344 44344
partner.compatible.4       44343 43343
partner.commitment.4       34333 43343
management.governance.4    44343 44443
management.communication.4 44443 33333
management.capability.4    34333 43334
symptom.trust.4            33333 43333
symptom.information.4      34343 34333
"""
AUTUMN = """
strategy.rationale.4       54.454 44.44
strategy.rationale.5       54..43 44..4
strategy.rationale.6       4..4.. 4..4.
strategy.objectives.1      444344 44444
strategy.objectives.4      .44.44 .44.4
strategy.objectives.5      4..4.. 4..4.
strategy.relevance.4       444544 44344
strategy.relevance.5       .43.44 .44.4
strategy.relevance.6       2..2.. 3..3.
strategy.sponsorship.4     544444 44444
strategy.sponsorship.5     443... 434..
strategy.sponsorship.6     ...444 ...34
type.fit.4                 444444 44444
type.fit.5                 12..22 22..2
type.fit.6                 ..44.. ..44.
type.weight.4              333... 433..
type.weight.5              .44.43 .43.3
type.weight.6              4...44 4...3
type.value.4               433443 44344
type.value.5               443... 444..
type.value.6               ...444 ...44
type.terms.4               444?43 44??4
type.terms.5               .4.?.. .5.?.
type.terms.6               4...44 4...4
partner.selection.4        4..333 4..34
partner.selection.5        44.4.. 44.4.
partner.selection.6        .4..43 .4..3
partner.complement.4       443444 44444
partner.complement.5       .34.44 .44.5
partner.complement.6       4..5.. 4..4.
partner.compatible.4       444433 44443
partner.compatible.5       44.4.. 44.4.
partner.compatible.6       ..3.33 ..2.2
partner.commitment.4       443433 44444
partner.commitment.5       .44.43 .44.4
partner.commitment.6       4..4.. 4..4.
management.governance.4    444444 44444
management.governance.5    4434.. 4443.
management.governance.3    ..2.33 ..2.2
management.coordination.1  .44344 .4443
management.coordination.4  .434.. .443.
management.coordination.3  ..2.22 ..2.3
management.communication.4 444444 44334
management.communication.5 44.4.. 44.4.
management.communication.6 ..4.43 ..4.3
management.capability.4    443444 44344
management.capability.5    44.... 44...
management.capability.6    ..4343 ..344
symptom.trust.4            433334 44433
symptom.trust.5            44.3.. 44.4.
symptom.trust.6            ..3.23 ..3.3
symptom.information.4      444344 44433
symptom.information.2      ..3.43 ..4.3
symptom.information.5      ..22.. ..23.
results.perceived.4        4.33.. 4.43.
results.perceived.2        43.... 44...
results.perceived.5        ..44.. ..44.
"""

# The 100 points: strategy, type, partner, management.
SPRING_POINTS = {"Marit": (15, 15, 30, 40), "Dev": (15, 15, 25, 45), "Inés": (10, 15, 35, 40),
                 "Tom": (25, 15, 25, 35), "Zoë": (10, 10, 35, 45), "Paul": (25, 15, 20, 40),
                 "Ruth": (15, 20, 20, 45), "Jonas": (5, 25, 20, 50), "Aiko": (30, 15, 20, 35),
                 "Łucja": (15, 15, 25, 45)}
AUTUMN_POINTS = {"Marit": (20, 25, 25, 30), "Dev": (15, 35, 20, 30), "Inés": (10, 40, 25, 25),
                 "Elin": (30, 20, 20, 30), "Zoë": (15, 25, 30, 30), "Håkon": (20, 20, 30, 30),
                 "Paul": (25, 25, 20, 30), "Ruth": (15, 35, 20, 30), "Jonas": (10, 40, 20, 30),
                 "Aiko": (30, 20, 20, 30), "Łucja": (20, 20, 25, 35)}

# What was said: who, item, and words; of open questions the text, beside a rating a comment, or a
# quote.
WINTER_SAID = [
    ("Jonas", "open.ideas.one", "text", "Ask me before a slot goes to somebody else."),
    ("Aiko", "open.ideas.one", "text", "Send the minutes to Tom and me as well."),
]
SPRING_SAID = [
    ("Marit", "open.successes.best", "text", "The steering committee in December. Paul had the list of "
     "late validations on paper, read it out himself, and then gave us two names."),
    ("Marit", "open.frustrations.easier", "text", "Getting an answer. Eleven weeks have become nine; I had "
     "told my board six."),
    ("Marit", "strategy.sponsorship.4", "comment", "Speaks with Paul on the first Monday of each month."),
    ("Dev", "open.successes.best", "text", "The tracker. One, since before Christmas. I had forgotten how "
     "a Friday without comparing lists feels."),
    ("Dev", "open.frustrations.easier", "text", "Keeping dates. We write everything down now, and half of it "
     "still arrives after the day. Only now everybody can see that it is late."),
    ("Dev", "management.capability.4", "quote", "We are late in public now. That is progress, of a kind."),
    ("Dev", "management.coordination.1", "comment", "Opens the shared plan every morning; knows three who "
     "do not."),
    ("Inés", "open.successes.best", "text", "Two of Jonas's people at my benches in March, and two of mine "
     "in Leiden. They changed our label and we changed their robot."),
    ("Inés", "open.frustrations.easier", "text", "A call before a run. Who may stop one is written down; "
     "whether anybody rings me before they start one is not."),
    ("Inés", "management.governance.4", "comment", "Has the page with the twenty decisions over her desk."),
    ("Tom", "open.frustrations.easier", "text", "Giving hospitals a date. The plan has one now, and I am not "
     "allowed to say it aloud yet."),
    ("Zoë", "open.successes.best", "text", "The Friday folder. Nobody has ever used a raw plate against "
     "us, and twice they found the noise before we did."),
    ("Zoë", "management.communication.4", "comment", "Told GenTech of a bad lot in March on the same day; "
     "the answer came back within the hour."),
    ("Zoë", "management.communication.4", "quote", "I sent the bad plate first and the good one after it."),
    ("Paul", "open.ideas.one", "text", "Fewer pages before the committee. I read the first one."),
    ("Paul", "strategy.sponsorship.5", "comment", "Points to the two validators, who cost him an oncology "
     "customer in February."),
    ("Ruth", "open.successes.best", "text", "I could say no to a paying customer, and there was a paper "
     "with Paul's name under it."),
    ("Ruth", "open.frustrations.easier", "text", "Keeping what we signed. The log shows 31 of 50 promises "
     "kept in time since Christmas: better than 9 of 21, and not enough."),
    ("Ruth", "management.capability.4", "evidence", "Log of commitments, 15 May 2026"),
    ("Jonas", "open.frustrations.easier", "text", "Keeping two named people. In April one of them was lent "
     "out again for eight days, and I heard of it from his empty desk."),
    ("Jonas", "strategy.sponsorship.5", "comment", "Would give a 4 but for the eight days in April."),
    ("Aiko", "open.ideas.one", "text", "I am invited now. I would also like to be asked."),
    ("Łucja", "open.successes.best", "text", "I asked for raw data and got a file. Nobody asked what I "
     "wanted it for."),
    ("Łucja", "management.communication.4", "comment", "Still waits to see who writes the report when "
     "something big breaks."),
]
SUMMER_SAID = [
    ("Ruth", "open.ideas.one", "text", "One signature less below a change of the protocol."),
    ("Zoë", "open.ideas.one", "text", "Nothing new before October. The trial first."),
]
AUTUMN_SAID = [
    ("Marit", "open.successes.best", "text", "The meeting with the notified body, in September. Both "
     "companies on one side of the table, one set of slides, and no question that we could not answer."),
    ("Marit", "open.frustrations.easier", "text", "Changes. We need four signatures for one that Dev and "
     "Ruth used to settle on the phone. I signed those rules myself."),
    ("Marit", "type.weight.4", "quote", "I signed every one of those rules, and now I wait for them."),
    ("Dev", "open.successes.best", "text", "Summer. Phoenix was closed for three weeks and nothing was "
     "lost in it; the list said who had what."),
    ("Dev", "open.frustrations.easier", "text", "Reports. Two for the committee, one for the group, one for "
     "our own board, and the same eleven figures in all of them."),
    ("Dev", "type.weight.5", "comment", "A change of buffer went through five hands in October; it took "
     "thirteen working days."),
    ("Dev", "management.capability.4", "evidence", "Log of commitments, 30 October 2026"),
    ("Inés", "open.successes.best", "text", "A run was stopped in August by a phone call, at "
     "the right moment, and nobody had to ask whether they may."),
    ("Inés", "open.frustrations.easier", "text", "The protocol. It is one page and its annex is nine; my "
     "people read the page."),
    ("Inés", "type.weight.4", "flag", True),
    ("Inés", "type.weight.4", "quote", "The page was one page. Its annex is nine."),
    ("Elin", "open.perceptions.part", "text", "I took over the hospitals from Tom in October. He left me "
     "a list of what he had promised, which I am told is new here."),
    ("Elin", "open.frustrations.easier", "text", "Knowing the plan. I learn it from the papers; Aiko rings "
     "me, which helps more."),
    ("Zoë", "open.successes.best", "text", "93 per cent in the trial of October, and the seven that it "
     "missed were found by Łucja's error model."),
    ("Zoë", "management.communication.4", "comment", "No longer sees a plate three times before it leaves."),
    ("Håkon", "open.perceptions.part", "text", "Assay chemistry. I make what Zoë thinks of; since March I "
     "have had a counterpart in Leiden whom I can ring."),
    ("Paul", "open.successes.best", "text", "That I have not been surprised since April."),
    ("Paul", "management.communication.4", "quote", "I have not been surprised since April."),
    ("Paul", "open.perceptions.beyond", "text", "The notified body has one reviewer for tests like ours. "
     "We share her with the others."),
    ("Paul", "open.ideas.one", "text", "Look at the agreement's end now, while nobody is angry. It runs out "
     "in March 2028."),
    ("Ruth", "open.successes.best", "text", "41 of 56 promises in time this half-year, and for each of the "
     "others somebody had rung beforehand."),
    ("Ruth", "open.frustrations.easier", "text", "Approvals. What I won in decisions I lose in them. There "
     "is a form for the form."),
    ("Ruth", "type.weight.4", "comment", "Counts four reports a month about the same work."),
    ("Jonas", "open.frustrations.easier", "text", "The last step. In spring my people waited for an answer. "
     "Now they have the answer and wait for the signature below it."),
    ("Jonas", "type.weight.5", "quote", "We have the answer and wait for the signature below it."),
    ("Aiko", "open.successes.best", "text", "Malmö and Graz have signed. It was Tom's last week and he "
     "brought a cake on a train."),
    ("Łucja", "open.successes.best", "text", "The error model has left the house, with legal's blessing, "
     "after eight months. It was worth the wait; it should not have been eight."),
    ("Łucja", "management.communication.4", "comment", "In August the batch failed on our side, and we wrote "
     "the report with them."),
]

# What of an action was set: day, its id, then as the command action has it.
FIRST_PLAN = [
    ("2025-11-07", "mandate_to_gate", "done", "2025-11-07", "Signed in Leiden. Without gate 2 it stops on 30 June 2026."),
    ("2025-11-12", "appoint_leads", "done", "2025-11-12", "Dev has all of his time for it now, Ruth three days a week."),
    ("2025-11-13", "joint_feedback", "done", "2025-11-13", "A chair from neither company. Five points stay in dispute."),
    ("2025-11-14", "partner_criteria", "done", "2025-11-14", None),
    ("2025-11-14", "write_success", "done", "2025-11-14", "'Validated' now means three repeats at two sites."),
    ("2025-11-21", "compare_ways", "done", "2025-11-21", "The costliest difference: Leiden answers when it is sure, Malmö when it is asked."),
    ("2025-11-25", "argue_other_case", "dropped", "2025-11-25", "Dev and Ruth found it play-acting after the open half-day of 13 November."),
    ("2025-11-28", "choose_shared_place", "done", "2025-11-28", None),
    ("2025-12-04", "objectives_workshop", "done", "2025-12-04", "Four objectives instead of seven. The launch date is not one of them."),
    ("2025-12-05", "escalation_hours", "done", "2025-12-05", "The November slots went up and came back, in 27 days; the hours are for the next one."),
    ("2025-12-08", "amendment_list", "blocked", None, "Counsel of GenTech is away until February."),
    ("2025-12-12", "keep_key_people", "done", "2025-12-12", "One of Jonas's two had an offer from oncology. He stays, with a date to look at it again."),
    ("2025-12-12", "protocol", "done", "2025-12-11", None),
    ("2025-12-12", "repair_incidents", "done", "2025-12-12", "The reagents are paid half and half. The poster took two meetings."),
    ("2025-12-12", "commitment_list", "done", "2025-12-12", "Began with Ruth's list, 9 of 21."),
    ("2025-12-17", "swap_promises", "done", "2025-12-17", "Paul's first: two named validators. Marit's: no batch is told late."),
    ("2025-12-17", "first_steering", "done", "2025-12-17", None),
    ("2025-12-18", "one_task_list", "done", "2025-12-18", "The old trackers can be read and not written to."),
    ("2025-12-19", "clear_oldest", "done", "2025-12-19", "Four answered, two thrown away, as Jonas had said."),
    ("2025-12-22", "start_group", "done", "2025-12-22", "Every second Tuesday; three times both sides were there."),
    ("2026-01-13", "action_plans", "done", "2026-01-13", "Waited for the charter."),
    ("2026-01-16", "charter", "done", "2026-01-16", "Six weeks late: who may stop a run took four drafts."),
    ("2026-01-29", "thank_the_makers", "done", "2026-01-29", "Both sponsors, to the seven who answered a hypothesis in five weeks."),
    ("2026-02-06", "pair_counterparts", "done", "2026-02-06", "Seven pairs; Tom and Aiko need none, they talk anyway."),
    ("2026-02-20", "kpi_set", "done", "2026-02-20", "Two were added, and the baselines taken from the log."),
    ("2026-02-23", "amendment_list", "started", None, None),
    ("2026-03-06", "amendment_list", "done", "2026-03-06", "Four points, one list, both counsels."),
    ("2026-03-20", "work_side_by_side", "done", "2026-03-20", "Two of Jonas's people in Malmö, two of Inés's in Leiden."),
]

OBJECTIVE_DUE = {"Pre-submission meeting with the notified body held": {"due": "2026-06-30"}}
ALLIANCE = {"contract": {"ends": "2028-03-31", "notice_days": 90, "amendable": True,
                         "exit_terms": "Either company may leave on 90 days of notice; joint results stay "
                                       "with both, samples go back to Phoenix.",
                         "breach": False, "litigation": False}}
PHOENIX, GENTECH = "Phoenix Labs", "GenTech Solutions"

JOINT_OBJECTIVES = [
    ("prototype", {"text": "A prototype that reads whole blood", "measure": "samples called correctly, % of 200",
                   "baseline": 71, "target": 95, "due": "2027-03-31"}, ("Dev", "Ruth")),
    ("answers", {"text": "Answers to hypotheses in time", "measure": "weeks from request to answer, median",
                 "baseline": 11.5, "target": 6, "due": "2026-12-18"}, ("Zoë", "Jonas")),
    ("raw", {"text": "Raw data within five working days", "measure": "plates released in time, %",
             "baseline": 15, "target": 90, "due": "2026-12-18"}, ("Inés", "Ruth")),
    ("hospitals", {"text": "Two hospitals signed as first users", "measure": "signed agreements",
                   "baseline": 0, "target": 2, "due": "2027-06-30"}, ("Tom", "Aiko")),
]
WORKSHOP = {"date": "2025-12-04",
            "relevant": "Whole blood within the hour is still what hospitals ask for.",
            "opportunities": "Two university hospitals would take the test and sequencing as one package.",
            "challenges": "Two of the validators are promised to oncology; Phoenix's cash ends in 2027.",
            "success": [(PHOENIX, "A test that a night nurse uses, with a partner's name that buyers know."),
                        (GENTECH, "A way into the hospital that we do not have to buy by the hour.")]}
CHARTER = {
    "steering": {"rhythm": "every three months, 90 minutes, Malmö and Leiden in turn",
                 "members": "Marit Solheim, Paul Okafor; Dev Anand and Ruth Levin report"},
    "working_group": {"rhythm": "every second Tuesday, 45 minutes",
                      "members": "Dev Anand, Inés Caro, Ruth Levin, Jonas Brandt"},
    "project_teams": {"rhythm": "as needed, each with an end date", "members": "named by the working group"},
    "channels": "The shared plan for what is agreed, the phone for what is urgent, mail for the record.",
    "response_times": "Urgent within a working day, all else within three.",
    "escalation": {"level_1": "Dev Anand and Ruth Levin together", "hours_1": 24,
                   "level_2": "the heads of both laboratories", "hours_2": 72,
                   "level_3": "Marit Solheim and Paul Okafor", "hours_3": 240},
    "decision_rights": "Twenty decisions, each with one name; a run is stopped by Inés Caro or Jonas Brandt.",
    "disputes": "In writing to both leads, then by the levels above; work goes on meanwhile.",
    "reports": "One page a month, the same for both companies.",
    "agreed": "2026-01-16"}
OWN_ACTIONS = {
    "raw plates": {"step": 6, "title": "Send the raw plates every Friday",
                   "what": "Zoë's group puts the raw reads of the week into a folder named 'not for "
                           "conclusions'; Łucja's group says by Tuesday what it found in them.",
                   "resources": "half an hour a week of each group", "effort_days": 3,
                   "done_when": "thirty Fridays in a row have a folder, and nobody has drawn a conclusion.",
                   "start": "2025-11-28", "due": "2027-03-26", "dated": True, "active": True,
                   "every": "week on friday", "status": "started", "owners": ("Zoë", "Łucja")},
    "visits": {"step": 7, "title": "Visit Malmö and Graz together",
               "what": "Elin and Aiko sit in both hospitals for a day each and write down what a night "
                       "nurse would need.",
               "done_when": "one page for both laboratories, with three wishes of each hospital.",
               "resources": "two days of each, travel", "effort_days": 4,
               "start": "2026-11-16", "due": "2026-11-27", "dated": True, "active": True,
               "status": "open", "owners": ("Elin", "Aiko")},
}
AMENDMENTS = [
    ("samples", "Sample type: whole blood instead of EDTA plasma", "The scope names what is not used any more."),
    ("raw data", "Raw data within five working days, marked as raw", "'Promptly' has no measure."),
    ("milestones", "Milestones of research with dates, in schedule 2", "Progress is reported in adjectives."),
    ("validators", "Two named validators with 60 % of their time", "Their time is a matter of goodwill."),
]

MEETINGS = [
    ("2025-12-17", "steering committee",
     ["Two validators are named, with 60 % of their time, from 26 January", "The charter is signed by mid-January",
      "The launch date is taken out of all slides until the trial of April"],
     ["Held in Leiden; the escalation of November was read out and closed a week before."]),
    ("2026-03-18", "steering committee",
     ["The plan goes on: gate 2 was passed, narrowly", "The amendment goes to both boards before the summer",
      "A person of each side is swapped for a week, twice a year"],
     ["Spend is at 124 % of budget; the reason is the repeats of last year, not this one's."]),
    ("2026-06-10", "steering committee",
     ["The plan is drawn up again from the review of May", "The date of 30 June falls: both companies go on",
      "Sponsors hear the first page only; the rest is for the working group"],
     ["Paul reports the loss of an oncology customer in February, and would decide the same again."]),
    ("2026-09-16", "steering committee",
     ["GenTech bears two thirds of August's batch, Phoenix one", "Elin Dahl follows Tom Weller at the hospitals",
      "The notified body is met with one set of slides"],
     ["Jonas asks for fewer signatures below changes; goes to the working group."]),
    ("2026-10-20", "working group",
     ["A change of buffer is tried with two signatures until the end of the year"],
     ["No agreement yet on what else two signatures are enough for."]),
]
ESCALATIONS = [
    ("2025-11-12", "2025-12-09", 3, "November's validation slots went to an oncology customer."),
    ("2026-04-20", "2026-04-29", 2, "A named validator was lent to another customer for eight days."),
    ("2026-08-11", "2026-08-14", 2, "Who pays for the batch that failed in August."),
    ("2026-11-03", None, 2, "How many signatures a change of the protocol needs: five, or two."),
]
DAYS_OFF = [(PHOENIX, "2026-07-06", "2026-07-24", True), (GENTECH, "2026-08-03", "2026-08-07", False)]

NEW_KPIS = [
    {"category": "relationship", "name": "Questions answered in agreed time", "unit": "%", "direction": "higher",
     "start": "2025-12-15", "baseline": 35, "target": 90, "due": "2026-12-31", "agreed_by": "Phoenix; GenTech"},
    {"category": "operational", "name": "Boxes with the protocol inside", "unit": "%", "direction": "higher",
     "start": "2025-12-15", "baseline": 50, "target": 100, "due": "2026-12-31", "agreed_by": "Phoenix; GenTech"},
]
READINGS = {
    "2025-12-31": {"Spend against budget": 127, "Work packages completed": 41, "Time to validate a result": 11,
                   "Joint data releases a quarter": 3},
    "2026-03-31": {"Spend against budget": 124, "Work packages completed": 48, "Time to validate a result": 10,
                   "Joint data releases a quarter": 4, "Ideas in the joint pipeline": 1,
                   "Questions answered in agreed time": 50, "Boxes with the protocol inside": 80},
    "2026-06-30": {"Spend against budget": 120, "Work packages completed": 57, "Time to validate a result": 9,
                   "Joint data releases a quarter": 5, "Strategic milestones reached": 1,
                   "Questions answered in agreed time": 61, "Boxes with the protocol inside": 92},
    "2026-09-30": {"Spend against budget": 117, "Work packages completed": 65, "Time to validate a result": 8,
                   "Joint data releases a quarter": 5, "Strategic milestones reached": 2,
                   "Ideas in the joint pipeline": 2, "Questions answered in agreed time": 72,
                   "Boxes with the protocol inside": 99},
}

SPRING_FACTS = [
    ("profile", None, {"competitors": "no"}),
    ("objectives", "Working prototype", {"due": "2026-12-18", "result": "partly",
     "why": "84 % at the trial of April 2026; the one before had 71."}),
    ("objectives", "Hypotheses of", {"measure": "Hypotheses answered by the agreed meaning", "due": "2026-09-30",
     "result": "partly", "why": "Nine of twelve. Since December 'validated' means one thing."}),
    ("objectives", "Early data", {"measure": "Days from run to release, median of a quarter", "target": "7",
     "due": "2026-03-31", "result": "partly", "why": "Eleven days; it was seven weeks."}),
    ("selection", None, {"criteria": "yes", "culture": "partly", "strategy": "yes", "operations": "partly"}),
    ("governance", None, {"managers": "yes", "mandate": "yes", "steering": "yes", "decision_rights": "yes",
     "escalation": "partly", "disputes": "partly", "reporting": "partly", "protocol": "partly",
     "platform": "yes"}),
    ("process", "Release of", {"problem": "", "note": "Every Friday, marked as raw; eleven days on average."}),
    ("process", "Shipping and", {"problem": "", "note": "One tracker since December."}),
    ("process", "Validation of", {"note": "Two named people; one was lent out again in April."}),
    ("process", "Joint review", {"problem": "", "note": "Minutes the same day, decisions with one name each."}),
    ("incidents", "The validation team", {"repaired": "true"}),
    ("incidents", "A failed batch", {"repaired": "true"}),
    ("incidents", None, {"date": "2026-04-13", "party": GENTECH, "repaired": "false",
     "what": "One of the two named validators was lent to another customer for eight days.",
     "consequence": "One hypothesis slipped by three weeks; it went to the heads of both laboratories."}),
    ("risks", "The two people", {"likelihood": "medium",
     "response": "Two named validators with 60 % of their time, in the amendment."}),
    ("events", None, {"date": "2026-02-09", "kind": "market", "party": GENTECH,
     "what": "An oncology customer leaves because its slots were kept for Kestrel.",
     "effect": "GenTech has shown what the alliance is worth to it."}),
    ("events", None, {"date": "2026-04-21", "kind": "rival_alliance",
     "what": "Two competitors announce a rapid sepsis test for 2028.",
     "effect": "The pre-submission meeting is not moved again."}),
]
AUTUMN_FACTS = [
    ("objectives", "Working prototype", {"result": "partly", "why": "93 % at the trial of October 2026, against 95."}),
    ("objectives", "Hypotheses of", {"result": "partly", "why": "Eleven of twelve at the end of September."}),
    ("objectives", "Early data", {"result": "met", "why": "Six days, median of the third quarter."}),
    ("objectives", "Pre-submission", {"result": "partly", "why": "Held on 24 September 2026, twelve weeks late."}),
    ("selection", None, {"culture": "yes"}),
    ("governance", None, {"escalation": "yes", "disputes": "yes", "protocol": "yes"}),
    ("process", "Validation of", {"problem": "", "note": "Eight weeks, and a date in the first mail."}),
    ("process", "Joint review", {"problem": "redundancy",
     "note": "Four reports a month about the same work; up to five signatures below a change."}),
    ("incidents", "One of the two", {"repaired": "true"}),
    ("incidents", None, {"date": "2026-08-06", "party": GENTECH, "repaired": "true",
     "what": "A batch failed in Leiden after the run was started a day early.",
     "consequence": "Told on the same day; the report was written by both laboratories."}),
    ("risks", "Phoenix's cash", {"likelihood": "low", "response": "A tranche came in June, on the numbers of the trial in April."}),
    ("risks", "Opportunity", {"response": "Malmö and Graz have signed for the test; the package is next."}),
    ("milestones", "Two university", {"reached": "2026-09-25", "note": "Malmö and Graz."}),
    ("events", None, {"date": "2026-06-29", "kind": "budget", "party": PHOENIX,
     "what": "Investors of Phoenix pay the next tranche.", "effect": "Cash until the middle of 2028."}),
    ("events", None, {"date": "2026-09-30", "kind": "key_person", "party": PHOENIX,
     "what": "Tom Weller leaves Phoenix; Elin Dahl takes over the hospitals.",
     "effect": "His promises were handed over in writing."}),
]

ROUNDS = {
    "winter": {"kind": "pulse", "title": "Month 3", "begun": "2026-01-19", "date": "2026-01-22",
               "days": ["2026-01-20", "2026-01-21", "2026-01-22"], "people": PEOPLE, "ratings": WINTER,
               "said": WINTER_SAID},
    "spring": {"kind": "follow-up", "title": "Kestrel in its seventh month", "begun": "2026-05-11",
               "date": "2026-05-21", "days": ["2026-05-12", "2026-05-13", "2026-05-18", "2026-05-19", "2026-05-20"],
               "people": PEOPLE, "ratings": SPRING, "said": SPRING_SAID, "points": SPRING_POINTS,
               "facts": SPRING_FACTS,
               "route": [("Marit Solheim", (2, 2, 5, 1)), ("Dev Anand", (1, 3, 4, 2)),
                         ("Paul Okafor", (2, 2, 4, 2))]},
    "summer": {"kind": "pulse", "title": "Month 10", "begun": "2026-08-24", "date": "2026-08-27",
               "days": ["2026-08-25", "2026-08-26", "2026-08-27"], "people": PEOPLE, "ratings": SUMMER,
               "said": SUMMER_SAID},
    "autumn": {"kind": "follow-up", "title": "Kestrel after a year of the plan", "begun": "2026-11-02",
               "date": "2026-11-12", "days": ["2026-11-04", "2026-11-05", "2026-11-09", "2026-11-10", "2026-11-11"],
               "people": LATER, "refused": ["Tom Weller"], "ratings": AUTUMN, "said": AUTUMN_SAID, "points": AUTUMN_POINTS,
               "facts": AUTUMN_FACTS,
               "route": [("Marit Solheim", (2, 2, 5, 1)), ("Dev Anand", (1, 2, 4, 2)),
                         ("Paul Okafor", (2, 2, 4, 2))]},
}

SECOND_PLAN = [
    ("2026-06-12", "ask_about_rival", "done", "2026-06-12", "Both sponsors had it from the papers, and neither talks to the two."),
    ("2026-06-19", "list_case_conditions", "done", "2026-06-19", "Nine conditions; one is doubtful, the price of a run."),
    ("2026-06-25", "walk_one_job", "done", "2026-06-25", "Most days are lost at the slot, the buffer and the signature."),
    ("2026-06-26", "bind_changes", "done", "2026-06-26", "Four points, signed by both boards."),
    ("2026-07-01", "fill_skill_gap", "dropped", "2026-07-01", "What was missing was statistics; Łucja's error model is on its way."),
    ("2026-07-02", "note_the_choice", "done", "2026-07-02", "Why the second on the list fell out, nobody knows any more."),
    ("2026-07-03", "mark_know_how", "done", "2026-07-03", None),
    ("2026-07-03", "list_collisions", "done", "2026-07-03", "One, in 2028: who serves the hospitals."),
    ("2026-07-03", "answer_checks", "done", "2026-07-03", "Each request has Jonas's or Łucja's name and a day."),
    ("2026-07-30", "replay_disputes", "done", "2026-07-30", "Plate 212 would have taken an hour."),
    ("2026-08-14", "first_by_protocol", "done", "2026-08-14", None),
    ("2026-08-19", "train_leads", "done", "2026-08-19", "On August's batch."),
    ("2026-08-20", "working_rules", "done", "2026-08-20", "Rule 1: a no comes with a sentence."),
    ("2026-08-28", "give_promised_capacity", "done", "2026-08-28", "A week late, for the holidays."),
    ("2026-09-04", "count_alliance_work", "done", "2026-09-04", "Aiko's goals for 2027 name the hospitals."),
    ("2026-09-04", "cut_one_wait", "done", "2026-09-04", "The slot: Wednesday belongs to Kestrel."),
    ("2026-09-15", "fixed_agenda", "done", "2026-09-15", None),
    ("2026-09-16", "learn_first", "done", "2026-09-16", "Paul began in June, with the validator of April."),
    ("2026-09-25", "try_new_users", "done", "2026-09-25", "Malmö and Graz, with the sequencing as one package."),
    ("2026-10-20", "suspend_approval", "started", None, "The change of buffer, with two signatures instead of five."),
    ("2026-10-23", "milestone_lessons", "done", "2026-10-23", "After the trial of October, a week late."),
    ("2026-10-26", "one_report", "started", None, "Four reports have become three."),
    ("2026-10-28", "name_mediator", "blocked", None, "Each side's counsel has a name, and not the same one."),
]

# The calendar: day, what is done, with what.
CALENDAR = sorted(
    [("2025-10-17", "plan", "2025-10-20"), ("2025-10-17", "days_off", DAYS_OFF),
     ("2025-11-19", "gate", 1, "passed", "Both sponsors signed the page of 7 November; they look again in January."),
     ("2025-11-24", "own", "raw plates"), ("2025-12-05", "workshop", WORKSHOP),
     ("2026-01-16", "charter", CHARTER),
     ("2026-01-28", "gate", 2, "passed", "17 of 20. The other three, Paul said, were those that could wait."),
     ("2025-11-24", "adopt", "repair_incidents", "2025-11-24", "2025-12-12"),
     ("2026-02-02", "adopt", "work_side_by_side", "2026-02-16", "2026-03-27"),
     ("2026-03-06", "amendments", False), ("2026-06-26", "amendments", True),
     ("2026-06-01", "redraw",),
     ("2026-02-20", "kpis", NEW_KPIS),
     ("2026-06-30", "adopt", "name_mediator", "2026-09-01", "2026-10-30"),
     ("2026-09-16", "adopt", "milestone_lessons", "2026-09-17", "2026-10-16"),
     ("2026-10-20", "adopt", "suspend_approval", "2026-10-20", "2026-12-18"),
     ("2026-07-03", "gate", 3, "passed", "Signed again, and this time without a date to stop."),
     ("2026-09-16", "gate", 4, "passed", "A week late, in the committee; all five quick wins."),
     ("2026-10-01", "joins", "Elin Dahl", PHOENIX, "commercial"),
     ("2026-10-02", "owners", "hospitals", ("Elin", "Aiko")),
     ("2026-10-27", "adopt", "exit_plan", "2026-10-26", "2026-12-04"),
     ("2026-10-27", "own", "visits"),
     ("2026-11-13", "planned", {"Siân Hughes": "2026-11-18T14:00", "Pieter van den Berg": "2026-11-24T13:30"}),
     ("2026-11-16", "note", "Hartmann: the seven samples that the trial missed all come from one hospital. "
                            "Ask before the committee of December.")]
    + [(one["begun"], "round", one) for one in ROUNDS.values()]
    + [(day, "meeting", *rest) for day, *rest in MEETINGS]
    + [(opened, "escalation", opened, None, level, what) for opened, closed, level, what in ESCALATIONS]
    + [(closed, "escalation", opened, closed, level, what) for opened, closed, level, what in ESCALATIONS if closed]
    + [(day, "readings", READINGS[day]) for day in READINGS]
    + [(day, "action", *rest) for day, *rest in FIRST_PLAN + SECOND_PLAN],
    key=lambda line: line[0])
