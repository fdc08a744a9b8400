"""The full text index, in the way of the database: FTS5 in SQLite, a generated tsvector in PostgreSQL."""

import unicodedata

from django.db import migrations

SQLITE = (
    """CREATE VIRTUAL TABLE search_words USING fts5(
        title, text, content='search_entry', content_rowid='id', tokenize='porter unicode61 remove_diacritics 2')""",
    """CREATE TRIGGER search_entry_added AFTER INSERT ON search_entry BEGIN
        INSERT INTO search_words(rowid, title, text) VALUES (new.id, new.title, new.text);
    END""",
    """CREATE TRIGGER search_entry_removed AFTER DELETE ON search_entry BEGIN
        INSERT INTO search_words(search_words, rowid, title, text) VALUES ('delete', old.id, old.title, old.text);
    END""",
    """CREATE TRIGGER search_entry_changed AFTER UPDATE ON search_entry BEGIN
        INSERT INTO search_words(search_words, rowid, title, text) VALUES ('delete', old.id, old.title, old.text);
        INSERT INTO search_words(rowid, title, text) VALUES (new.id, new.title, new.text);
    END""",
)
SQLITE_BACK = (
    "DROP TRIGGER search_entry_added",
    "DROP TRIGGER search_entry_removed",
    "DROP TRIGGER search_entry_changed",
    "DROP TABLE search_words",
)
POSTGRESQL_BACK = ("ALTER TABLE search_entry DROP COLUMN words", "DROP FUNCTION search_folded(text)")


def postgresql():
    """The statements for PostgreSQL. Accents and punctuation go the same way as FTS5's tokenizer sends them."""
    letters, plain = "", ""
    # Latin with its supplements, general punctuation, currency signs, and Word's private bullet
    for code in (*range(0x20, 0x180), *range(0x2010, 0x2060), *range(0x20A0, 0x20C0), 0x25CF, 0xF0B7):
        letter = chr(code)
        base = unicodedata.normalize("NFD", letter)[0].lower()
        becomes = base if letter.isalnum() else " "
        if becomes != letter:
            letters, plain = letters + letter, plain + becomes
    quoted = [text.replace("'", "''") for text in (letters, plain)]
    return (
        f"""CREATE FUNCTION search_folded(text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
            RETURN translate($1, '{quoted[0]}', '{quoted[1]}')""",
        """ALTER TABLE search_entry ADD COLUMN words tsvector GENERATED ALWAYS AS (
            setweight(to_tsvector('english', search_folded(title)), 'A') ||
            setweight(to_tsvector('english', search_folded(text)), 'B')) STORED""",
        "CREATE INDEX search_entry_words ON search_entry USING gin (words)",
    )


def index(apps, schema_editor):
    for statement in postgresql() if schema_editor.connection.vendor == "postgresql" else SQLITE:
        schema_editor.execute(statement, params=None)  # a per cent sign is itself


def unindex(apps, schema_editor):
    for statement in POSTGRESQL_BACK if schema_editor.connection.vendor == "postgresql" else SQLITE_BACK:
        schema_editor.execute(statement, params=None)  # a per cent sign is itself


class Migration(migrations.Migration):
    dependencies = [("search", "0001_initial")]
    operations = [migrations.RunPython(index, unindex)]
