# usage: reliability.R answers.bin rows items rounds -> seconds of alpha, seconds of scoreItems, alpha
suppressMessages(library(psych))
args <- commandArgs(trailingOnly = TRUE)
n <- as.integer(args[2]); k <- as.integer(args[3]); rounds <- as.integer(args[4])
x <- as.data.frame(matrix(readBin(args[1], "integer", n * k, size = 2), nrow = n))
names(x) <- paste0("i", seq_len(k))
median_of <- function(work) { work(); median(replicate(rounds, system.time(work())[["elapsed"]])) }
fit <- NULL
reliability <- median_of(function() fit <<- alpha(x, check.keys = FALSE, warnings = FALSE))
scoring <- median_of(function() scoreItems(list(scale = names(x)), x, impute = "none", min = 1, max = 5))
cat(reliability, scoring, format(fit$total$raw_alpha, digits = 17))
