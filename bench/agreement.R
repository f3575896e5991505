# multilevel on the answers of `agreement.ts`: seconds of rwg.j, seconds of ICC1 and ICC2 through aov, their figures.
suppressMessages(library(multilevel))
arguments <- commandArgs(trailingOnly = TRUE)
n <- as.integer(arguments[2]); items <- as.integer(arguments[3]); size <- as.integer(arguments[4])
x <- as.data.frame(matrix(readBin(arguments[1], "integer", n * items, size = 2), ncol = items))
team <- rep(seq_len(n / size), each = size)
agreement <- system.time(found <- rwg.j(x, team, ranvar = 2))[["elapsed"]]
score <- rowMeans(x)
correlations <- system.time({
  fit <- aov(score ~ as.factor(team))
  icc1 <- ICC1(fit); icc2 <- ICC2(fit)
})[["elapsed"]]
cat(agreement, correlations, format(mean(found$rwg.j), digits = 15), format(icc1, digits = 15), format(icc2, digits = 15), sep = "\n")
