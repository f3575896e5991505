# usage: reliability.R answers.bin rows items rounds
# -> seconds of alpha, seconds of scoreItems, seconds of crossprod, 1 if that was OpenBLAS's else 0, alpha
# 1 round: no run before it that is not counted
suppressMessages(library(psych))
args <- commandArgs(trailingOnly = TRUE)
n <- as.integer(args[2]); k <- as.integer(args[3]); rounds <- as.integer(args[4])
x <- as.data.frame(matrix(readBin(args[1], "integer", n * k, size = 2), nrow = n))
names(x) <- paste0("i", seq_len(k))
median_of <- function(work, rounds) {
  if (rounds > 1) work()
  median(replicate(rounds, system.time(work())[["elapsed"]]))
}
fit <- NULL
reliability <- median_of(function() fit <<- alpha(x, check.keys = FALSE, warnings = FALSE), rounds)
scoring <- median_of(function() scoreItems(list(scale = names(x)), x, impute = "none", min = 1, max = 5), rounds)
m <- as.matrix(x)
storage.mode(m) <- "double"
# an elapsed time has three decimals: ten products a round
products <- median_of(function() for (i in 1:10) crossprod(m), 5) / 10
openblas <- as.integer(grepl("openblas", extSoftVersion()[["BLAS"]], ignore.case = TRUE))
cat(reliability, scoring, products, openblas, format(fit$total$raw_alpha, digits = 17))
