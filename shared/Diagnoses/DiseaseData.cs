using System.Text;

namespace Shouwang.Shared.Diagnoses;

/// <summary>The files of <c>policies/diseases/</c>, carried inside the assembly so that nothing is read from disk.</summary>
static class DiseaseData
{
    /// <summary>The lines of a small file, cut at tabs, comments left out.</summary>
    internal static IEnumerable<string[]> Rows(string file) => Encoding.UTF8.GetString(Bytes(file))
        .Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Where(line => line[0] != '#')
        .Select(line => line.Split('\t'));

    internal static byte[] Bytes(string file)
    {
        using var stream = typeof(DiseaseData).Assembly.GetManifestResourceStream("diseases/" + file)
            ?? throw new InvalidOperationException($"The program was built without policies/diseases/{file}; build it again from a complete tree.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
