using System.Text;

namespace Shouwang.Functions.ChatPage;

/// <summary>The files of the chat page (聊天页) as they lie in a folder; index.html gets the hashed addresses of the others.</summary>
internal sealed class ChatFiles
{
    readonly Dictionary<string, PageFile> _files;

    ChatFiles(PageFile page, Dictionary<string, PageFile> files) => (Page, _files) = (page, files);

    public PageFile Page { get; }

    public PageFile? Find(string name) => _files.GetValueOrDefault(name);

    public static ChatFiles Read(string folder)
    {
        var files = Directory.EnumerateFiles(folder)
            .Where(path => Path.GetExtension(path) is ".js" or ".css" or ".svg" or ".txt")
            .ToDictionary(path => Path.GetFileName(path), PageFile.Read);
        var html = files.Aggregate(
            new StringBuilder(File.ReadAllText(Path.Combine(folder, "index.html"))),
            (text, file) => text.Replace($"\"{file.Key}\"", $"\"/chat/{file.Value.Address}\""));
        return new(
            PageFile.Of("index.html", Encoding.UTF8.GetBytes(html.ToString())),
            files.Values.ToDictionary(file => file.Address));
    }
}
