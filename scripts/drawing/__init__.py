"""Drawing: a chart's rows -> plot, for Plotly -> page-safe SVG, pictures, table, data."""
