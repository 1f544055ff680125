# Writes table.csv: Rscript table.R > table.csv (R with package survival).
# Made with R 4.2.2, survival 3.5.3.
# p50, p90, p95 are where survfit's curve first falls to 1 - p or below (REPORTS section 4);
# r50, r90, r95 are quantile(survfit(...)), which takes the middle of a stretch where the curve
# equals 1 - p: "=" says that the two differ for that reason. "-" is no quantile.
library(survival)
first <- function(fit, p) {
  at <- fit$time[fit$n.event > 0 & fit$surv <= 1 - p + 1e-9]
  if (length(at) == 0) "-" else format(min(at), scientific = FALSE)
}
show <- function(name, time, status) {
  fit <- survfit(Surv(time, status) ~ 1)
  r <- quantile(fit, c(0.5, 0.9, 0.95), conf.int = FALSE)
  ours <- sapply(c(0.5, 0.9, 0.95), function(p) first(fit, p))
  theirs <- ifelse(is.na(r), "-", format(r, trim = TRUE, scientific = FALSE))
  flat <- sapply(c(0.5, 0.9, 0.95), function(p) any(abs(fit$surv - (1 - p)) < 1e-9))
  theirs <- ifelse(flat, "=", theirs)
  cat(name, paste(time, collapse = " "), paste(status, collapse = " "), ours, theirs, sep = ",")
  cat("\n")
}
cat("name,time,status,p50,p90,p95,r50,r90,r95\n")
show("aml", aml$time, aml$status)
show("aml maintained", aml$time[aml$x == "Maintained"], aml$status[aml$x == "Maintained"])
show("aml not maintained", aml$time[aml$x != "Maintained"], aml$status[aml$x != "Maintained"])
show("ovarian", ovarian$futime, ovarian$fustat)
show("leukemia by ties", c(1, 1, 1, 2, 2, 3, 3, 3, 4, 5), c(1, 0, 1, 1, 1, 0, 0, 1, 1, 0))
show("lung of site 3", lung$time[which(lung$inst == 3)], lung$status[which(lung$inst == 3)] - 1)
show("all gone on", c(3, 5, 8), c(0, 0, 0))
show("example of section 8", c(22, 25, 6, 34, 590), c(1, 1, 1, 1, 0))
set.seed(20261122)
for (i in 1:20) {
  n <- sample(1:60, 1)
  show(paste("drawn", i), sample(1:40, n, TRUE), rbinom(n, 1, runif(1)))
}
