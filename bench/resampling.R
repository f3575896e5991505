# usage: resampling.R answers.bin rows items draws rounds -> seconds of alpha(n.iter), its percentile interval's ends
suppressMessages(library(psych))
args <- commandArgs(trailingOnly = TRUE)
n <- as.integer(args[2]); k <- as.integer(args[3]); draws <- as.integer(args[4]); rounds <- as.integer(args[5])
x <- as.data.frame(matrix(readBin(args[1], "integer", n * k, size = 2), nrow = n))
set.seed(20261121)
fit <- NULL
work <- function() fit <<- alpha(x, n.iter = draws, check.keys = FALSE, warnings = FALSE)
work()
time <- median(replicate(rounds, system.time(work())[["elapsed"]]))
cat(time, format(unname(fit$boot.ci[c(1, 3)]), digits = 17))
