#!/usr/bin/env python3
"""A source file has a test file of its name in the same room, or stands below with the test that reaches it.

    tested.py [ROOT]    checks the checkout at ROOT (default: the one this file is in)
"""

import sys
from pathlib import Path

# Room: test → the files without a test of their own that it reaches. A test is named as below tests/.
THROUGH = {
    "answer": {
        "commands/inbox/inbox.cpp": "carry_out",
        "commands/log/log.cpp": "asks confirm",
        "commands/prep.cpp": "briefing",
        "commands/remove.cpp": "entry_text",
    },
    "app": {"commands/anything.cpp": "run"},
    "cli": {
        "cli/completion.cpp": "completion_values",
        "cli/date_refusals.cpp": "existing_dates",
        "cli/dates.cpp": "calendar_dates calendar_words relative_days scanning times",
        "cli/durations.cpp": "figures",
        "cli/log_words.cpp": "log_pieces slips",
        "commands/help.cpp": "help",
        "commands/option_pairs.cpp": "arguments exclusions",
        "commands/promise.cpp": "dated_texts",
        "input/options.cpp": "typed",
        "program/pages.py": "man_page",
    },
    "commands": {
        "commands/help.cpp": "commands",
        "program/doctor.py": "doctor",
        "program/pages.py": "page",
    },
    "commands/edit": {"commands/edit/person_form.cpp": "form_lines"},
    "commands/export": {"commands/export/export.cpp": "archive calendar cards tables"},
    "commands/find": {"commands/find/find.cpp": "text"},
    "commands/health": {"program/html_pages.py": "pages"},
    "commands/import": {
        "commands/import/archive.cpp": "archive_people",
        "commands/import/import.cpp": "already_here card_people importing summary vcards",
        "commands/import/phone.cpp": "call_log log_entries",
        "commands/import/whatsapp.cpp": "known_people",
    },
    "commands/inbox": {"commands/inbox/inbox.cpp": "taking"},
    "commands/list": {"commands/list/list.cpp": "duplicates"},
    "commands/review": {"commands/review/review.cpp": "intentions reading"},
    "domain": {"domain/due.cpp": "open_items settings"},
    "formats": {
        "commands/import/archive.cpp": "archive archive_rows json_rows",
        "commands/import/chat_lists.cpp": "chat_lists",
        "commands/import/nametag.cpp": "nametag",
        "commands/import/tables.cpp": "csv_table tables",
        "formats/address_table.cpp": "address_book address_columns",
        "formats/calendar_zone.cpp": "windows_zones",
        "formats/card_builder.cpp": "card_facts",
        "formats/mbox.cpp": "mail_date",
        "formats/phone_lists.cpp": "json_objects",
        "formats/whatsapp.cpp": "chat_stamp day_periods half_of_day",
    },
    "identity": {
        "commands/import/import.cpp": "card_matching",
        "commands/merge.cpp": "merged",
        "identity/duplicates.cpp": "identity",
    },
    "input": {
        "commands/add.cpp": "person_options",
        "commands/inbox/inbox.cpp": "inbox_files",
        "commands/log/log.cpp": "log_options",
        "commands/note.cpp": "words",
        "commands/promise.cpp": "promises",
    },
    "invocation": {
        "commands/anything.cpp": "invocation",
        "commands/config.cpp": "settings_file",
        "program/others_files.py": "data_file output_files",
        "program/safety.py": "safety",
    },
    "render": {
        "commands/due.cpp": "agenda_words due_object",
        "commands/prep.cpp": "brief_object brief_view reach",
        "commands/review/review.cpp": "review_object review_questions review_view review_words",
        "commands/show.cpp": "objects",
        "render/due_view.cpp": "due_screen",
        "render/html_page.cpp": "page_style",
        "render/pictures.cpp": "picture_calendar picture_course picture_minutes picture_questions",
        "render/text.cpp": "view",
    },
    "store": {
        "migration/migrate.cpp": "carry_over migrate",
        "store/changeset.cpp": "changeset_reader",
        "store/doctor_file.cpp": "finding header",
        "store/everything.cpp": "database",
        "store/find.cpp": "cut",
        "store/forget.cpp": "forget_copies",
        "store/history.cpp": "history_rows recording",
        "store/restore.cpp": "replace",
        "store/review.cpp": "reviews",
    },
    "system": {
        "commands/import/import.cpp": "input_files",
        "commands/demo/demo.cpp": "temporary_folder",
        "program/others_files.py": "interruption",
        "program/streams.py": "process programs",
    },
    "text": {"commands/add.cpp": "look_alikes", "text/terminal.cpp": "grapheme_width"},
}


def check(root: Path) -> list[str]:
    findings = []
    listed = {}
    for room, tests in THROUGH.items():
        for test, names in tests.items():
            if not (root / "tests" / test).exists():
                findings.append(f"tests/{test}: reaches {names}, but is not there")
            listed |= {f"{room}/{name}.cpp": test for name in names.split()}
    for path in sorted((root / "src").rglob("*.cpp")):
        name = path.relative_to(root / "src").as_posix()
        has_test = (root / "tests" / name).exists()
        if has_test and name in listed:
            findings.append(f"src/{name}: has a test of its name, and stands in the list besides")
        if not has_test and name not in listed and name != "main.cpp":
            findings.append(f"src/{name}: no test has its name, and none is said to reach it")
        listed.pop(name, None)
    return findings + [f"src/{name}: stands in the list, but is not there" for name in listed]


if __name__ == "__main__":
    wrong = check(Path(*sys.argv[1:2]) if sys.argv[1:] else Path(__file__).resolve().parent.parent)
    print("\n".join(wrong), file=sys.stderr, end="\n" if wrong else "")
    sys.exit(1 if wrong else 0)
