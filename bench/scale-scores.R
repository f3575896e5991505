# usage: scale-scores.R answers.bin keys.txt rows items rounds scores.bin
# -> seconds of scoreItems, seconds of scoreFast, largest difference between the two; scores of scoreItems in scores.bin
suppressMessages(library(psych))
args <- commandArgs(trailingOnly = TRUE)
n <- as.integer(args[3]); k <- as.integer(args[4]); rounds <- as.integer(args[5])
codes <- readBin(args[1], "integer", n * k, size = 2)
codes[codes == -32768L] <- NA
x <- as.data.frame(matrix(codes, nrow = n))
names(x) <- paste0("i", seq_len(k))
lines <- strsplit(readLines(args[2]), " ")
keys <- setNames(lapply(lines, function(line) line[-1]), vapply(lines, function(line) line[1], ""))
median_of <- function(work) { work(); median(replicate(rounds, system.time(work())[["elapsed"]])) }
items <- NULL; fast <- NULL
by_items <- median_of(function() items <<- suppressWarnings(scoreItems(keys, x, impute = "none", min = 1, max = 6)$scores))
by_fast <- median_of(function() fast <<- suppressWarnings(scoreFast(keys, x, impute = "none", min = 1, max = 6)))
writeBin(as.vector(items), args[6])
cat(by_items, by_fast, max(abs(items - fast), na.rm = TRUE))
