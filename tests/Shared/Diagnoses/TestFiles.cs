using System.Runtime.CompilerServices;

namespace Shouwang.Shared.Tests.Diagnoses;

/// <summary>The data files beside these tests, comments left out.</summary>
static class TestFiles
{
    internal static string Whole(string name, [CallerFilePath] string here = "") =>
        File.ReadAllText(Path.Combine(Path.GetDirectoryName(here)!, name));

    internal static IEnumerable<string> Lines(string name, [CallerFilePath] string here = "") =>
        File.ReadLines(Path.Combine(Path.GetDirectoryName(here)!, name)).Where(l => l.Length > 0 && l[0] != '#');
}
