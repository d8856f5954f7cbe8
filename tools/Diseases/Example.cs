namespace Shouwang.Tools.Diseases;

/// <summary>A text to learn from, the entries that are right for it and how much it counts.</summary>
sealed record Example(string Text, int[] Right, float Weight);
