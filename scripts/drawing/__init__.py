"""Drawing: a chart's rows -> Plotly figure -> page-safe SVG, pictures, table, data."""
