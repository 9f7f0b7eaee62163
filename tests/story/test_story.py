"""Of this story: story and engine stay apart: the code outside scripts/charts/ knows rows, charts, pages and languages, and names no car."""



def test_titles_that_count_say_what_the_rows_say(each_edition):
    cars = [row["state"] for row in each_edition.chart("promise-outcome").rows]
    assert (cars.count("came"), cars.count("gone")) == (2, 2), "the title of promise-outcome says two and two"
    dates = {row["id"]: row["promised"] for row in each_edition.chart("date-drift").rows}
    assert dates["us-1"] and dates["us-last"] is None, "the title of date-drift says that America's date has gone"
    assert int(dates["a110-1"]) < int(dates["a110-last"]), "... and that the A110’s slipped"
    outcomes = [row["state"] for row in each_edition.chart("promises").rows]
    assert (len(outcomes), outcomes.count("held")) == (15, 2), "the headline of the scorecard says fifteen and two"
    porsche = {row["id"]: row["share"] for row in each_edition.chart("porsche-yardstick").rows}
    assert 60 < porsche["suvs"] < 67, "the title of porsche-yardstick says nearly two in three"
    sizes = {row["id"]: row["cars"] for row in each_edition.chart("plan-and-means").rows}
    assert 2.9 < sizes["target"] / sizes["network"] < 3.3, "the title of plan-and-means says three times"
    dealers = {row["id"]: row["dealers"] for row in each_edition.chart("dealers").rows}
    assert 2.9 < dealers["needed"] / dealers["planned"] < 3.3, "the title of dealers says three times"
