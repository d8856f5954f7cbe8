namespace Shouwang.Shared.Diagnoses;

/// <summary>The files of <c>policies/diseases/</c>, carried inside the assembly so that nothing is read from disk.</summary>
static class DiseaseData
{
    internal static byte[] Bytes(string file)
    {
        using var stream = typeof(DiseaseData).Assembly.GetManifestResourceStream("diseases/" + file)
            ?? throw new InvalidOperationException($"The program was built without policies/diseases/{file}; build it again from a complete tree.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
