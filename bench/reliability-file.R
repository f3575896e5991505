# Seconds that reading a CSV file and psych::alpha take, the start of R not counted, and alpha:   Rscript reliability-file.R CSV
suppressMessages(library(psych))
file <- commandArgs(trailingOnly = TRUE)[1]
started <- proc.time()[["elapsed"]]
x <- read.csv(file)
read <- proc.time()[["elapsed"]]
fit <- suppressWarnings(alpha(x, check.keys = FALSE, delete = FALSE, warnings = FALSE))
done <- proc.time()[["elapsed"]]
cat(read - started, done - started, format(fit$total$raw_alpha, digits = 17), "\n")
