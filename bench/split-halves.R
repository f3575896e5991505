# usage: split-halves.R answers.bin rows items rounds
# -> seconds of splitHalf(brute), and of the coefficients of all splits the largest and the smallest
suppressMessages(library(psych))
args <- commandArgs(trailingOnly = TRUE)
n <- as.integer(args[2]); k <- as.integer(args[3]); rounds <- as.integer(args[4])
x <- as.data.frame(matrix(readBin(args[1], "integer", n * k, size = 2), nrow = n))
fit <- NULL
work <- function() fit <<- splitHalf(x, brute = TRUE, check.keys = FALSE)
work()
time <- median(replicate(rounds, system.time(work())[["elapsed"]]))
cat(time, format(c(fit$maxrb, fit$minrb), digits = 17))
