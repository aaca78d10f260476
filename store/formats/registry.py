"""The export formats, by name."""

from store.formats import conll, offsets
from store.formats.akapen_export import write_akapen
from store.formats.brat import write_brat
from store.formats.csv_export import write_csv
from store.formats.docbin import write_docbin
from store.formats.doccano import write_doccano
from store.formats.label_studio import write_label_studio
from store.formats.parquet import write_hf, write_parquet
from store.formats.piece import Format
from store.formats.prodigy import write_prodigy
from store.formats.veris import write_veris
from store.formats.xlsx import write_xlsx

FORMATS = {
    one.name: one
    for one in (
        Format(
            "jsonl", "our own JSON Lines, the one format that loses nothing", write_akapen, suffix=".jsonl"
        ),
        Format(
            "spacy",
            "DocBin for spaCy, as `spacy train` takes it",
            write_docbin,
            suffix=".spacy",
            extra="spacy",
            is_text=False,
        ),
        Format(
            "conll",
            "IOB2 in four columns, a token or a character a line",
            conll.write_conll,
            conll.UNITS,
            ".conll",
        ),
        Format(
            "doccano", "JSON Lines for doccano's sequence labelling", write_doccano, offsets.UNITS, ".jsonl"
        ),
        Format(
            "label-studio", "folder: tasks with predictions, and config", write_label_studio, is_folder=True
        ),
        Format(
            "prodigy", "JSON Lines with tokens, spans, hashes and answers", write_prodigy, suffix=".jsonl"
        ),
        Format("brat", "folder: standoff .txt and .ann, annotation.conf", write_brat, is_folder=True),
        Format("csv", "one row an article, a column a field, evidence beside", write_csv, suffix=".csv"),
        Format(
            "xlsx",
            "the same as a workbook for Excel",
            write_xlsx,
            suffix=".xlsx",
            extra="xlsx",
            is_text=False,
        ),
        Format(
            "parquet", "one typed table", write_parquet, suffix=".parquet", extra="parquet", is_text=False
        ),
        Format(
            "hf",
            "folder: Parquet and card, for Hugging Face's datasets",
            write_hf,
            is_folder=True,
            keeps_splits=True,
            extra="parquet",
        ),
        Format("veris", "folder: a VERIS 1.4.1 incident an article, in JSON", write_veris, is_folder=True),
    )
}
