/* SPDX-License-Identifier: MIT */
/*
 * Line mode beyond the interview: numbered places, in each what can be done there, and the few
 * questions that it takes. Everything is done by the command that does it, so that a menu keeps
 * nothing of its own: what is done is stored before the next question.
 */
#ifndef REKINDLE_CLI_MENU_H
#define REKINDLE_CLI_MENU_H

#include <rekindle/lines.h>
#include "../cli.h"

#define MENU_ARGS 64
#define MENU_ASKS 8

struct menu {
	const struct cli *cli; /* of the command that opened it */
	const struct line_input *input;
	const char *alliance; /* its name; NULL in the portfolio */
	const char *id;       /* of the round */
	struct pool pool;     /* alliance, id */
	struct pool said;     /* of the deed under way */
	struct str line;
	bool over; /* :quit, or the end of the input */
	bool strict;
	/* the command line that is put together */
	const char *option[MENU_ARGS];
	int options;
	const char *operand[MENU_ARGS];
	int operands;
};

/* What stands for the round, for the alliance by name in the words of a deed. */
#define MENU_ID "\1"
#define MENU_ALLIANCE "\2"

struct menu_ask {
	enum sentence question;         /* ends with a question mark */
	const char *option;             /* "--role"; NULL: an operand */
	const struct vocabulary *words; /* what it may be, said first; or NULL */
	bool may;                       /* Enter leaves it out */
	bool again;                     /* until Enter */
	bool empties;                   /* a single = gives the option nothing, which empties it */
	const char *flag;               /* yes adds this option, no nothing; option is NULL */
};

struct menu_deed {
	enum sentence name;
	const char *words[4]; /* of the command; it is there if the program has that */
	struct menu_ask asks[MENU_ASKS];
	const char *with; /* an option that always stands there, "--pulse"; or NULL */
	bool moves;       /* what is open afterwards is looked for again */
	/* Puts more together, or does it in another way; NULL: the asks alone. False: given up. */
	bool (*own)(struct menu *);
};

struct menu_place {
	enum sentence name;
	const struct menu_deed *deeds; /* ended by one without words */
};
extern const struct menu_place menu_home[], menu_portfolio[]; /* ended by one without deeds */

/* menu.c: until the user leaves. id: of the alliance that is open at first, NULL: the portfolio. */
enum err menu_run(struct cli *, const char *id, struct errmsg *why);
bool menu_enter(struct menu *, const char *id); /* an alliance, from the portfolio */

/* menu_read.c */
enum menu_got { MENU_LINE, MENU_BACK, MENU_OVER };
/* A line that is no command, into menu->line, without blanks around; commands are obeyed. */
enum menu_got menu_read(struct menu *, const char *question);
/* A number from 1 to most; 0: back, or over; -1: Enter. */
int menu_number(struct menu *, const char *question, int most);
/* y or n; false also: back, or over. */
bool menu_yes(struct menu *, const char *question);
void menu_list(struct menu *, int n, const char *text); /* "2: text" */

/* menu_do.c */
void menu_begin(struct menu *, const char *const *words);               /* a command line */
void menu_option(struct menu *, const char *option, const char *value); /* value NULL: none */
void menu_operand(struct menu *, const char *operand);
/* Do it; what stands in its way is said. */
enum err menu_do(struct menu *);
/* Ask, and put the answer into the command line; false: given up. */
bool menu_asked(struct menu *, const struct menu_ask *);

/* menu_undo.c */
void menu_undo(struct menu *, bool redo);

/* menu_audit.c: deeds of the lists of the audit */
bool menu_audit_show(struct menu *);
bool menu_audit_add(struct menu *);
bool menu_audit_set(struct menu *);
bool menu_audit_drop(struct menu *);

#endif
