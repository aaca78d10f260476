"""By which schema a dataset is changed: what joins it must fit that, and what was asked for is kept in it."""

from collections.abc import Iterable

from store.annotation import Annotation
from store.gold.dataset import GoldDataset
from store.schema import Schema
from store.schemas.loading import ships
from tui.printing import say
from tui.tasks.choosing_schema import Basis, basis_of, say_choice, schema_to_change_by
from tui.tasks.strangers import refuse_strangers, say_strangers


def settle_schema(dataset: GoldDataset, asked: Schema | None, joined: Iterable[Annotation] = ()) -> Schema:
    """Return the schema to change a dataset by, said so; one that was asked for stays with the dataset.

    Args:
        dataset: with what joins it already in.
        asked: the schema that was asked for.
        joined: annotations that join it.

    Raises:
        DatasetError: one that the dataset holds is broken, and none was asked for; or it can't be written.
        UsageError: annotations name another schema, or what joined has no place in it.
    """
    basis = basis_of(dataset, asked)
    schema = schema_to_change_by(basis)
    refuse_strangers(joined, schema)
    say_choice(basis, schema)
    say_strangers(dataset, basis.stamps, basis.held, schema)
    if asked and not dataset.read_only:
        _keep(dataset, basis, asked)
    return schema


def _keep(dataset: GoldDataset, basis: Basis, schema: Schema) -> None:
    before = basis.held.get(schema.name)
    if dataset.hold(schema, basis.named) and before != schema:
        instead = f", not {'another ' * (before.stamp == schema.stamp)}{before.stamp}" if before else ""
        does = "goes by" if ships(schema) else "holds"
        say(f"akapen: {basis.path}: {does} the schema {schema.stamp} from now on{instead}")
