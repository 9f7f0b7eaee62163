"""What Frictionless' own library finds wrong with a data package."""

from frictionless import Package, system


def errors(folder) -> list[str]:
    with system.use_context(trusted=True):
        report = Package(str(folder / "datapackage.json")).validate()
    return [f"{task.name}: {error.message}" for task in report.tasks for error in task.errors] + [error.message for error in report.errors]
