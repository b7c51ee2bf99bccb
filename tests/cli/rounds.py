# SPDX-License-Identifier: MIT
# Two rounds of an alliance at random, and the method's section 8 worked out apart from the program, from
# its text: rounds.py make SEED BANK, then rounds.py check DOCUMENT BANK COMPARED. BANK is of instrument
# show --json, COMPARED of compare --json.
import itertools
import json
import math
import random
import sys
import uuid
from fractions import Fraction

NAMESPACE = uuid.UUID('6f1c2f0e-8f5b-4c8e-9a64-0d8a3c1b7e00')
ROLES = ['sponsor', 'manager', 'operations', 'commercial', 'specialist']


def identity(*name):
    return str(uuid.uuid5(NAMESPACE, ' '.join(map(str, name))))


def rated(bank):
    return [item for item in bank['items'] if item['kind'] == 'rated']


# --- making one -----------------------------------------------------------------------------------


def answer(chance, respondent, item, lean, kind):
    if kind == 'pulse' and not item['health_check']:
        return None
    state = chance.choices(['answered', 'dont_know', 'not_applicable', 'declined', 'not_asked', None],
                           [80, 6, 3, 3, 5, 3])[0]
    if state is None:
        return None
    made = {'respondent': respondent, 'item': item['id'], 'state': state}
    if state == 'answered':
        value = min(5, max(1, round(chance.gauss(lean, 1))))
        made['value'] = 6 - value if item['reversed'] else value
    if state == 'not_applicable':
        made['reason'] = 'no such thing here'
    return made


def make(seed, bank):
    chance = random.Random(seed)
    parties = [{'id': identity(seed, 'party', p), 'name': 'Side %d' % p, 'ours': p == 0}
               for p in range(chance.choice([2, 2, 3]))]
    people = [{'id': identity(seed, 'person', p, n), 'party': party['id'],
               'role': ROLES[n % 5] if n < 5 else chance.choice(ROLES), 'name': 'Person %d.%d' % (p, n)}
              for p, party in enumerate(parties) for n in range(chance.choice([2, 4, 6, 9, 12]))]
    drift = chance.choice([0, 0.5, 1.2, -1])
    rounds = []
    for number, kind in enumerate(['baseline', chance.choice(['follow-up', 'pulse'])]):
        respondents, answers = [], []
        for person in people:
            if chance.random() < 0.12:
                continue
            who = identity(seed, number, person['id'])
            respondents.append({'id': who, 'person': person['id'], 'party': person['party'],
                                'role': person['role'], 'name': person['name']})
            made = [answer(chance, who, item, 3 + drift * number, kind) for item in rated(bank)]
            answers += [each for each in made if each]
        rounds.append({'id': identity(seed, 'round', number), 'kind': kind, 'title': kind,
                       'date': '2026-0%d-02' % (number + 1), 'respondents': respondents,
                       'answers': answers})
    return {'format': 'rekindle-exchange', 'version': 1,
            'instrument': {'id': bank['id'], 'version': bank['version']},
            'alliance': {'id': identity(seed, 'alliance'), 'name': 'Random %s' % seed,
                         'parties': parties, 'people': people},
            'assessments': rounds}


# --- working it out -------------------------------------------------------------------------------


class Round:
    def __init__(self, made, bank):
        self.items = {item['id']: item for item in rated(bank)}
        self.pulse = made['kind'] == 'pulse'
        self.respondents = made['respondents']
        self.answers = {(each['respondent'], each['item']): each for each in made['answers']}

    def asked(self, respondent, item):
        if respondent['role'] not in item['roles']:
            return False
        given = self.answers.get((respondent['id'], item['id']))
        if given:
            return given['state'] != 'not_asked'
        return item['health_check'] or not self.pulse

    def asked_anybody(self, item):
        return any(self.asked(each, item) for each in self.respondents)

    def value(self, respondent, items):
        asked = [item for item in items if self.asked(respondent, item)]
        given = [self.answers.get((respondent['id'], item['id']), {'state': 'blank'}) for item in asked]
        applicable = sum(each['state'] != 'not_applicable' for each in given)
        values = [6 - each['value'] if item['reversed'] else each['value']
                  for item, each in zip(asked, given) if each['state'] == 'answered']
        if not values or 3 * len(values) < 2 * applicable or len(values) < min(2, len(asked)):
            return None
        return Fraction(sum(values), len(values))

    def perception(self, items, parties):
        means = []
        for party in parties:
            values = [self.value(each, items) for each in self.respondents if each['party'] == party]
            values = [value for value in values if value is not None]
            if not values:
                return None
            means.append(sum(values) / len(values))
        return sum(means) / len(means)


def weights(pairs):
    parties = {party for party, _ in pairs}
    size = {party: sum(each == party for each, _ in pairs) for party in parties}
    return [change / (len(parties) * size[party]) for party, change in pairs]


def sign_flip(pairs):
    weighed = weights(pairs)
    change = abs(sum(weighed))
    if len(weighed) > 20:
        variance = float(sum(each * each for each in weighed))
        return math.erfc(float(change) / math.sqrt(2 * variance)) if variance else 1
    # sums and how often each is reached, sign by sign
    reached = {Fraction(0): 1}
    for each in weighed:
        further = {}
        for so_far, times in reached.items():
            for total in (so_far + each, so_far - each):
                further[total] = further.get(total, 0) + times
        reached = further
    far = sum(times for total, times in reached.items() if abs(total) >= change - Fraction(1, 10**9))
    return far / 2 ** len(weighed)


def beyond_chance(tests):
    ranked = sorted(tests, key=lambda each: each[1])
    last = max((i + 1 for i, (_, p) in enumerate(ranked) if p <= 0.10 * (i + 1) / len(ranked) + 1e-9),
               default=0)
    return {name for name, _ in ranked[:last]}


def same(name, found, wanted):
    if wanted is None or found is None:
        assert wanted is None and found is None, (name, found, wanted)
        return
    assert abs(found - float(wanted)) < 1e-9, (name, found, float(wanted))


def check(document, bank, compared):
    before, after = (Round(each, bank) for each in document['assessments'])
    parties = [party['id'] for party in document['alliance']['parties']]
    common = [item for item in rated(bank) if before.asked_anybody(item) and after.asked_anybody(item)]
    assert compared['items'] == len(common), (compared['items'], len(common))
    then_by_person = {each['person']: each for each in before.respondents}
    found, tests, perceived = [], [], ({}, {})
    for aspect in compared['aspects']:
        items = [item for item in common if item['aspect'] == aspect['id']]
        for scores, one, name in zip(perceived, (before, after), ('before', 'after')):
            scores[aspect['id']] = one.perception(items, parties)
            same(aspect['id'], aspect[name], scores[aspect['id']])
        pairs = []
        for now in after.respondents:
            then = then_by_person.get(now['person'])
            values = (before.value(then, items) if then else None, after.value(now, items))
            if None not in values:
                pairs.append((now['party'], values[1] - values[0]))
        assert aspect['pairs'] == len(pairs), aspect
        change = sum(weights(pairs)) if pairs else None
        p = sign_flip(pairs) if pairs else None
        same(aspect['id'], aspect['delta'], change)
        same(aspect['id'], aspect['p'], p)
        found.append((aspect, len(pairs), change))
        if pairs:
            tests.append((aspect['id'], p))
    beyond = beyond_chance(tests)
    for aspect, pairs, change in found:
        wanted = aspect['id'] in beyond and pairs >= 5 and abs(change) >= Fraction(1, 5)
        assert aspect['changed'] == wanted, aspect
        assert aspect['moved'] == (None if not wanted else 'rose' if change > 0 else 'fell'), aspect
    assert compared['tested'] == len(tests), compared['tested']
    for needed in itertools.count(5):
        if 2 ** (1 - needed) <= 0.10 / max(1, len(tests)):
            break
    assert compared['pairs_needed'] == needed, compared['pairs_needed']
    check_causes(compared, perceived)
    return sum(aspect['changed'] for aspect, _, _ in found)


def check_causes(compared, perceived):
    for scores, name in zip(perceived, ('before', 'after')):
        means = []
        for cause in compared['causes']:
            values = [scores[aspect] for aspect in scores if aspect.split('.')[0] == cause['id']]
            values = [value for value in values if value is not None]
            means.append(sum(values) / len(values) if len(values) >= 3 else None)
            same(cause['id'], cause[name], means[-1])
        same('health', compared['health'][name], None if None in means else sum(means) / 4)


if sys.argv[1] == 'make':
    json.dump(make(sys.argv[2], json.load(open(sys.argv[3]))), sys.stdout)
else:
    print(check(*(json.load(open(name)) for name in sys.argv[2:5])))
