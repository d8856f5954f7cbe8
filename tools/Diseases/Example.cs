namespace Shouwang.Tools.Diseases;

/// <summary>A text to learn from, the entries that are right for it and how much it counts.</summary>
/// <param name="Written">A clinician wrote it; otherwise it is a name, or a text of our own.</param>
sealed record Example(string Text, int[] Right, float Weight, bool Written = false);
