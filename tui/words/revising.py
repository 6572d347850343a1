"""Words for revising."""

REVISING: dict[str, tuple[str, str]] = {
    # what is wrong with revisions
    # the screen
    # acts: in the list, and before the line
    "revise_said": ("«{said}»", "“{said}”"),
    # the page on the right
    # what the last row says
    # notices
    # refusals of guide.revise
    # before and after
}
