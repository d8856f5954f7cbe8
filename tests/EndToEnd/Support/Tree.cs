namespace Shouwang.EndToEnd.Tests.Support;

/// <summary>Files of the source tree, and what was built from it in the configuration of these tests.</summary>
static class Tree
{
    public static string Root { get; } = Find();

    /// <summary>bin/Debug/net10.0 or its like, the same for every project.</summary>
    static readonly string s_output = Path.GetRelativePath(Path.Combine(Root, "tests", "EndToEnd"), AppContext.BaseDirectory);

    public static string In(params ReadOnlySpan<string> parts) => Path.Combine([Root, .. parts]);

    public static string OutputOf(string project) => Path.Combine(Root, project, s_output);

    /// <summary>Lays the function app out as it is published: handler, host.json, one folder with function.json a function.</summary>
    public static void LayOutApp(string package)
    {
        var output = OutputOf("functions");
        foreach (var file in Directory.EnumerateFiles(output, "*", SearchOption.AllDirectories)) Copy(file, Path.GetRelativePath(output, file));
        Copy(In("host.json"), "host.json");
        foreach (var folder in Directory.EnumerateDirectories(In("functions")))
            if (Path.Combine(folder, "function.json") is var binding && File.Exists(binding)) Copy(binding, Path.Combine(Path.GetFileName(folder), "function.json"));

        void Copy(string from, string to)
        {
            to = Path.Combine(package, to);
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(from, to, overwrite: true);
        }
    }

    static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Shouwang.slnx"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests run outside the source tree.");
    }
}
