"""Facts: CSV files -> checked, frozen records that know their file and line."""
