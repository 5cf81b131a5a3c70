"""An advice centre: the folder that holds its details, its letterhead and its own words."""
