# usage: multilevel.R data.bin rows rounds -> seconds of lmer, REML criterion
suppressMessages(library(lme4))
args <- commandArgs(trailingOnly = TRUE)
n <- as.integer(args[2]); rounds <- as.integer(args[3])
x <- matrix(readBin(args[1], "double", n * 3), nrow = n)
d <- data.frame(y = x[, 1], person = factor(x[, 2]), wave = factor(x[, 3]))
fit <- NULL
work <- function() fit <<- lmer(y ~ wave + (1 | person), d)
work()
time <- median(replicate(rounds, system.time(work())[["elapsed"]]))
cat(time, format(-2 * as.numeric(logLik(fit)), digits = 17))
