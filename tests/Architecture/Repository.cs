namespace Shouwang.Architecture.Tests;

/// <summary>The source tree the tests were built from.</summary>
static class Repository
{
    public static string Root { get; } = Find();

    /// <summary>C# files below a folder of the tree, build output left out.</summary>
    public static IEnumerable<string> Sources(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin"));

    public static string Relative(string file) => Path.GetRelativePath(Root, file).Replace('\\', '/');

    static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Shouwang.slnx")))
                return folder.FullName;
        }

        throw new InvalidOperationException("The tests do not run inside the source tree.");
    }
}
