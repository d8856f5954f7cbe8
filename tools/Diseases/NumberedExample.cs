namespace Shouwang.Tools.Diseases;

/// <summary>An example with its fragments as numbers of rows.</summary>
/// <param name="ByClinician">One of the labelled texts as it was written.</param>
sealed record NumberedExample(int[] Fragments, int[] Right, float Weight, bool ByClinician = false);
