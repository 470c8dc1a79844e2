ran('a script beside evidence')
