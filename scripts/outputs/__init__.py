"""Files published beside the pages: feeds, share images, embeds, statuses, downloads."""
