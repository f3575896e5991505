cat(paste(R.version$major, R.version$minor, sep = "."), as.character(packageVersion("psych")))
