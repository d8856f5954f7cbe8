namespace Shouwang.Recognizer.Pictures;

/// <summary>A file in a folder of its own, for this user alone and gone when the work is done.</summary>
sealed class OutsideFile : IAsyncDisposable
{
    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("shouwang-page-");

    public async Task<string> LayAsync(byte[] file, CancellationToken stop)
    {
        var path = Path.Combine(_folder.FullName, "file");
        await File.WriteAllBytesAsync(path, file, stop);
        return path;
    }

    public ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}
